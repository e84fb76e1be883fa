using System.Data.Common;
using System.Globalization;

namespace Learning.Silo.Storage.Schema;

/// <summary>Brings the database to the schema of this program, in one transaction; several processes may start at once.</summary>
/// <param name="database">Where.</param>
/// <param name="scripts">Every step this program knows.</param>
/// <param name="clock">For the record of when a step was applied.</param>
public sealed class SchemaMigrator(IDatabase database, IReadOnlyList<SchemaScript> scripts, TimeProvider clock)
{
    /// <summary>Any number that nothing else in this database locks.</summary>
    private const long AdvisoryLock = 7_236_482_011;

    private readonly Lock gate = new();
    private Task<int>? migration;

    /// <summary>A migrator with the embedded scripts.</summary>
    /// <param name="database">Where.</param>
    /// <param name="clock">For the record of when a step was applied.</param>
    public SchemaMigrator(IDatabase database, TimeProvider clock)
        : this(database, SchemaScript.Embedded(database.Kind), clock)
    {
    }

    /// <summary>Applies what is missing, once in the life of this object, and answers how many steps that were.</summary>
    /// <exception cref="SchemaException">The database was made by a newer program, or a step was changed after it had been applied.</exception>
    public Task<int> MigrateAsync()
    {
        // Whoever needs the database first (the silo, the accounts, a verb of ./run) asks; the others wait for the same task.
        lock (gate) return migration is null or { IsFaulted: true } ? migration = database.WriteAsync(Apply) : migration;
    }

    private async Task<int> Apply(DbConnection connection, CancellationToken cancel)
    {
        if (database.Kind == DatabaseKind.Postgres)
            await connection.ExecuteAsync($"SELECT pg_advisory_xact_lock({AdvisoryLock})", [], cancel);
        await connection.ExecuteAsync(
            "CREATE TABLE IF NOT EXISTS schema_version (number integer NOT NULL PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at text NOT NULL)", [], cancel);
        var applied = (await connection.RowsAsync("SELECT number, name, checksum FROM schema_version", [],
            row => (Number: row.GetInt32(0), Name: row.GetString(1), Checksum: row.GetString(2)), cancel)).ToDictionary(row => row.Number);

        Check(applied.Values);
        var missing = scripts.Where(script => !applied.ContainsKey(script.Number)).OrderBy(script => script.Number).ToList();
        foreach (var script in missing)
        {
            await connection.ExecuteAsync(script.Sql, [], cancel);
            await connection.ExecuteAsync(
                "INSERT INTO schema_version (number, name, checksum, applied_at) VALUES (@number, @name, @checksum, @at)",
                [("number", script.Number), ("name", script.Name), ("checksum", script.Checksum), ("at", clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture))],
                cancel);
        }

        return missing.Count;
    }

    private void Check(IEnumerable<(int Number, string Name, string Checksum)> applied)
    {
        foreach (var (number, name, checksum) in applied.OrderByDescending(row => row.Number))
        {
            var known = scripts.FirstOrDefault(script => script.Number == number)
                ?? throw new SchemaException(
                    $"The database was made by a newer program: it has step {number} ({name}), and this one knows up to {scripts.Select(s => s.Number).DefaultIfEmpty().Max()}. "
                    + "Start the newer program, or restore the backup made before the upgrade.");
            if (known.Checksum != checksum)
                throw new SchemaException($"Step {number} ({name}) of the schema was changed after this database had applied it. Undo the change and write a new step instead.");
        }
    }
}
