using System.Runtime.InteropServices;
using Microsoft.Extensions.Configuration;
using System.Security.Cryptography;
using Learning.Grains.Secrets;
using Learning.Silo.Storage;

namespace Learning.Silo.Secrets;

/// <summary>
/// Where the federation's secret comes from: the setting <c>LEARNING_SECRET</c> (base64, at least 32 bytes), or the file <c>secret.key</c> in the data
/// folder, which is made at the first start. It is not in the database, so that a stolen backup doesn't open the register numbers.
/// </summary>
public static class LearningSecretFile
{
    /// <summary>Name of the setting.</summary>
    public const string Setting = "LEARNING_SECRET";

    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "secret.key";

    private const int Length = 32;

    /// <summary>Reads the secret, or makes it.</summary>
    /// <param name="configuration">Environment variables and appsettings.</param>
    /// <param name="database">Where everything is stored.</param>
    /// <exception cref="StartRefusedException">
    /// It can't be read, is too short, or is missing: on PostgreSQL, because several processes share that database and have to share the secret; beside a
    /// database that was begun with one.
    /// </exception>
    public static LearningSecret Get(IConfiguration configuration, LearningDatabase database)
    {
        if (configuration[Setting] is { } setting && !string.IsNullOrWhiteSpace(setting)) return Parse(setting, Setting);
        var path = Path.Combine(database.DataFolder, FileName);
        // Demo mode on PostgreSQL has to be asked for and is on loopback, so one machine.
        var alone = database.Kind == DatabaseKind.Sqlite || configuration["LEARNING_DEMO"]?.Trim().ToLowerInvariant() is "full" or "accounts";
        if (!alone)
            throw new StartRefusedException(
                $"{Setting} is missing. On PostgreSQL every process has to be given the same secret: 32 or more random bytes in base64 "
                + $"(openssl rand -base64 32). Keep it safe and apart from the database's backups; without it nobody can be recognised by number again.");
        try
        {
            // Asked first: a process that starts at the same time makes the secret before the database.
            var begun = File.Exists(Path.Combine(database.DataFolder, LearningDatabase.FileName));
            if (!File.Exists(path) && begun)
                throw new StartRefusedException(
                    $"{path} is missing, and the database beside it was begun with it. Put it back from where you keep it, or give it as {Setting}. Nothing was changed.");
            if (!File.Exists(path)) Create(path);
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The secret in {path} can't be read or made: {e.Message}", e);
        }
    }

    private static LearningSecret Parse(string text, string source)
    {
        var secret = new byte[text.Length];
        if (!Convert.TryFromBase64String(text.Trim(), secret, out var length) || length < Length)
            throw new StartRefusedException($"{source} should hold {Length} or more random bytes in base64 (openssl rand -base64 {Length}).");
        return new LearningSecret(secret[..length]);
    }

    private static void Create(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        // Written aside and moved, so that a process which starts at the same time, or after a power cut, never reads half a secret.
        var aside = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(aside, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length)) + "\n"));
            file.Flush(flushToDisk: true);
        }

        Place(aside, path);
    }

    // Of two processes that start at once the first one's secret is the one. On Unix File.Move looks first and renames then,
    // and between the two another's file can be replaced; a link is made or not made at once.
    private static void Place(string aside, string path)
    {
        try
        {
            if (OperatingSystem.IsWindows()) File.Move(aside, path, overwrite: false);
            else if (Link(aside, path) != 0 && !File.Exists(path)) throw new IOException($"The secret can't be put at {path} (error {Marshal.GetLastPInvokeError()}).");
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was first.
        }
        finally
        {
            File.Delete(aside);
        }
    }

    [DllImport("libc", EntryPoint = "link", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int Link([MarshalAs(UnmanagedType.LPUTF8Str)] string from, [MarshalAs(UnmanagedType.LPUTF8Str)] string to);
}
