using System.Buffers.Binary;
using System.Security.Cryptography;
using Learning.Grains.Secrets;
using Learning.Silo.Storage;

namespace Learning.Silo.Secrets;

/// <summary>
/// Ties a database to the secret it was begun with. With another secret nobody would be recognised by number again, and every person would slowly
/// be registered twice, without any error.
/// </summary>
public static class SecretFingerprint
{
    private const string Name = "secret";

    /// <summary>Notes the fingerprint in a new database, and compares it in one that has it.</summary>
    /// <param name="database">Its schema applied.</param>
    /// <param name="secret">This process's.</param>
    /// <exception cref="StartRefusedException">The database was begun with another secret.</exception>
    public static async Task CheckAsync(IDatabase database, LearningSecret secret)
    {
        var mine = Of(secret);
        var stored = await database.WriteAsync(async (connection, cancel) =>
        {
            await connection.ExecuteAsync(
                "INSERT INTO setting (name, value) VALUES (@name, @value) ON CONFLICT (name) DO NOTHING", [("name", Name), ("value", mine)], cancel);
            return await connection.RowsAsync("SELECT value FROM setting WHERE name = @name", [("name", Name)], row => row.GetInt64(0), cancel);
        });
        if (stored is [var theirs] && theirs == mine) return;
        throw new StartRefusedException(
            $"This database was begun with another secret. Restore the one that belongs to it: the file {LearningSecretFile.FileName} in the data folder, or the setting {LearningSecretFile.Setting}. "
            + "Nothing was changed.");
    }

    /// <summary>64 bits that tell two secrets apart and nothing about either; the column holds a number.</summary>
    private static long Of(LearningSecret secret) =>
        BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(secret.For("fingerprint"), "learning"u8));
}
