using System.Data.Common;
using System.Text;
using System.Text.Json;
using Learning.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.Changes;

/// <inheritdoc/>
/// <param name="database">Where the set is.</param>
/// <param name="hint">Hears of what <see cref="MarkAll"/> puts in.</param>
internal sealed class ChangeSet([FromKeyedServices(DatabaseUse.Projections)] IDatabase database, ChangeHint hint) : IChangeSet
{
    /// <summary>Marking holds up every write while it runs, so it goes in pieces.</summary>
    private const int MarkPage = 5000;

    /// <summary>The order of both databases; UTF-16 sorts some characters otherwise.</summary>
    private static readonly Comparer<(string Name, string Key)> ByteOrder = Comparer<(string Name, string Key)>.Create(
        static (a, b) => Compare(a.Name, b.Name) is var order and not 0 ? order : Compare(a.Key, b.Key));

    private volatile int slots;

    public async Task<int> Slots()
    {
        if (slots > 0) return slots;
        slots = await database.ReadAsync(async (connection, cancel) =>
            (await connection.RowsAsync("SELECT value FROM setting WHERE name = 'slots'", [], row => row.GetInt32(0), cancel))[0]);
        hint.SlotsAre(slots);
        return slots;
    }

    public async Task<IReadOnlyList<Change>> Take(int slot, int limit) => await database.ReadAsync((connection, cancel) => connection.RowsAsync(
        "SELECT state_name, grain_key, version, stamp FROM change_set WHERE slot = @slot ORDER BY place LIMIT @limit",
        [("slot", slot), ("limit", limit)],
        row => new Change(row.GetString(0), StoredKey.Key(row.GetString(1)), row.GetInt32(2), row.GetInt64(3)),
        cancel));

    public Task Done(int slot, IReadOnlyList<Change> changes)
    {
        if (changes.Count == 0) return Task.CompletedTask;
        return database.WriteAsync((connection, cancel) => database.Kind == DatabaseKind.Sqlite
            ? connection.ExecuteAsync(
                """
                DELETE FROM change_set WHERE place IN (
                    SELECT c.place FROM json_each(@changes) j
                    JOIN change_set c ON c.state_name = j.value ->> 0 AND c.grain_key = j.value ->> 1 AND c.stamp = j.value ->> 2)
                """,
                [("changes", Json(changes))], cancel)
            // What is just being marked anew is locked, and stays.
            : connection.ExecuteAsync(
                """
                WITH seen AS (
                  SELECT c.state_name, c.grain_key FROM change_set c
                  JOIN unnest(@names, @keys, @stamps) AS done (name, key, stamp) ON c.state_name = done.name AND c.grain_key = done.key AND c.stamp = done.stamp
                  FOR UPDATE OF c SKIP LOCKED)
                DELETE FROM change_set c USING seen WHERE c.state_name = seen.state_name AND c.grain_key = seen.grain_key
                """,
                [
                    ("names", changes.Select(c => c.StateName).ToArray()),
                    ("keys", changes.Select(c => StoredKey.Of(c.Key)).ToArray()),
                    ("stamps", changes.Select(c => c.Stamp).ToArray()),
                ], cancel));
    }

    public async Task<long> MarkAll()
    {
        var marked = 0L;
        for (var (name, key) = ("", "");;)
        {
            var page = await database.WriteAsync((connection, cancel) => MarkPageAfter(connection, name, key, cancel));
            marked += page.Count;
            if (page.Count < MarkPage) break;
            // RETURNING promises no order.
            (name, key) = page.Max(ByteOrder)!;
        }

        for (var slot = await Slots() - 1; slot >= 0; slot--) hint.Signal(slot);
        return marked;
    }

    public Task<long> Count() => database.ReadAsync(async (connection, cancel) =>
        (await connection.RowsAsync("SELECT count(*) FROM change_set", [], row => row.GetInt64(0), cancel))[0]);

    private async Task<List<(string Name, string Key)>> MarkPageAfter(DbConnection connection, string name, string key, CancellationToken cancel)
    {
        // Rows of the set are locked here in another order than writers lock them; the table's lock keeps the two from waiting for each other.
        if (database.Kind == DatabaseKind.Postgres) await connection.ExecuteAsync("LOCK TABLE change_set IN SHARE ROW EXCLUSIVE MODE", [], cancel);
        var stamp = database.Kind == DatabaseKind.Sqlite ? "random()" : "nextval('change_set_stamp')";
        return await connection.RowsAsync(
            $"""
             INSERT INTO change_set (slot, state_name, grain_key, version, stamp)
             SELECT (min(GrainIdHash) & 2147483647) % (SELECT value FROM setting WHERE name = 'slots'), GrainTypeString, GrainIdExtensionString, max(Version), {stamp}
             FROM OrleansStorage WHERE (GrainTypeString, GrainIdExtensionString) > (@name, @key) AND GrainTypeString NOT IN ('sessionpage', 'badge', 'identitykey')
             GROUP BY GrainTypeString, GrainIdExtensionString
             ORDER BY GrainTypeString, GrainIdExtensionString LIMIT {MarkPage}
             ON CONFLICT (state_name, grain_key) DO UPDATE SET slot = excluded.slot, version = excluded.version, stamp = excluded.stamp
             RETURNING state_name, grain_key
             """,
            [("name", name), ("key", key)], row => (row.GetString(0), row.GetString(1)), cancel);
    }

    private static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));

    private static string Json(IReadOnlyList<Change> changes)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var change in changes)
            {
                json.WriteStartArray();
                json.WriteStringValue(change.StateName);
                json.WriteStringValue(StoredKey.Of(change.Key));
                json.WriteNumberValue(change.Stamp);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }
}
