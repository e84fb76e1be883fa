using System.Data.Common;
using Learning.Domain.Devices;
using Learning.Silo.Storage;

namespace Learning.Silo.Projections;

/// <summary>
/// Which of a phone's scans are missing: the numbers below its highest that neither a session nor the phone's own list of refused items
/// has. Many sessions may have some, so it is worked out anew from all of them whenever one changed.
/// </summary>
/// <param name="connection">Open, in a transaction.</param>
/// <param name="kind">Which database it is.</param>
/// <param name="devices">The phones.</param>
internal sealed class DeviceGaps(DbConnection connection, DatabaseKind kind, IReadOnlyCollection<string> devices)
{
    /// <summary>
    /// Keeps other projectors from the same phones until this transaction ends: of two that did not see each other's sessions, the
    /// last would leave a gap that is none. Taken before anything is written, so that nobody waits in a circle.
    /// </summary>
    /// <param name="cancel">Cancels.</param>
    public async Task Lock(CancellationToken cancel)
    {
        // On SQLite all writes take turns.
        if (devices.Count == 0 || kind == DatabaseKind.Sqlite) return;
        await connection.RowsAsync(
            "select pg_advisory_xact_lock(l.key) from (select distinct hashtextextended(id, 0) as key from unnest(@ids) id order by 1) l",
            [IdList.Of(kind, devices)], _ => 0, cancel);
    }

    /// <summary>Writes the gaps of each phone that has a row.</summary>
    /// <param name="cancel">Cancels.</param>
    public async Task Write(CancellationToken cancel)
    {
        if (devices.Count == 0) return;
        var received = await connection.RowsAsync(
            $"select device_id, numbers from received where {IdList.Among(kind, "device_id")}", [IdList.Of(kind, devices)], row => (Device: row.GetString(0), Numbers: row.GetString(1)), cancel);
        var missing = received.GroupBy(r => r.Device, r => r.Numbers).Select(g => (g.Key, SeqRange.Text(SeqRange.Missing(SeqRange.Join(g.SelectMany(numbers => SeqRange.Parse(numbers)))))));
        await connection.ExecuteAsync(
            $"update devices set missing = gaps from {IdPairs.Table(kind, "phone", "gaps")} where device_id = phone", IdPairs.Of(kind, [.. missing]), cancel);
    }
}
