using Learning.Silo.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Learning.Silo.Storage;

/// <summary>Copies the database while the program runs.</summary>
/// <param name="database">Which.</param>
/// <param name="services">Has the embedded file, if it is one.</param>
public sealed class DatabaseBackup(LearningDatabase database, IServiceProvider services)
{
    /// <summary>
    /// SQLite: writes a consistent copy of everything committed so far, and answers <see langword="null"/>. PostgreSQL: copies nothing, and answers the
    /// <c>pg_dump</c> command to run; it asks for the password, which is never part of the answer.
    /// </summary>
    /// <param name="file">Must not exist yet.</param>
    /// <exception cref="IOException">The file is there already, or can't be written.</exception>
    public async Task<string?> BackupAsync(string file)
    {
        var target = Path.GetFullPath(file);
        if (File.Exists(target)) throw new IOException($"{target} is there already; a backup overwrites nothing.");
        if (database.Kind == DatabaseKind.Postgres) return DumpCommand(target);

        // Half a copy must never look like a whole one.
        var partial = target + ".partial";
        File.Delete(partial);
        await services.GetRequiredService<GatheringSqliteDataSource>().ReadAsync(source =>
        {
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = partial, Pooling = false }.ToString());
            copy.Open();
            source.BackupDatabase(copy);
            return Task.FromResult(true);
        });
        File.Move(partial, target);
        return null;
    }

    private string DumpCommand(string target)
    {
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return $"pg_dump --format=custom --file='{Quoted(target)}' --host='{Quoted(server.Host)}' --port={server.Port} --username='{Quoted(server.Username)}' --dbname='{Quoted(server.Database)}'";
    }

    private static string Quoted(string? text) => (text ?? "").Replace("'", "'\\''", StringComparison.Ordinal);
}
