using Learning.Contracts.Reach;
using Learning.Silo.Storage;

namespace Learning.Silo.Projections;

/// <summary>Tells the reach shards whose facts changed. They read the facts themselves, so that the newest always win.</summary>
internal sealed class ReachRefresh(IGrainFactory grains, IDatabase database)
{
    private const int AtOnce = 1_000;

    /// <summary>Tells the shards of these people, and every shard of these cohorts.</summary>
    /// <param name="trainees">Whose facts changed.</param>
    /// <param name="cohorts">Whose plan or sessions may have changed.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task Tell(IReadOnlyCollection<string> trainees, IReadOnlyCollection<string> cohorts, CancellationToken cancel)
    {
        if (trainees.Count == 0 && cohorts.Count == 0) return;
        var numbers = new List<long>();
        foreach (var some in trainees.Chunk(AtOnce))
        {
            numbers.AddRange(await database.ReadAsync((connection, stop) => connection.RowsAsync(
                $"select number from people where trainee_id in ({string.Join(", ", some.Select((_, i) => $"@p{i}"))})",
                [.. some.Select((id, i) => ($"p{i}", (object?)id))],
                row => row.GetInt64(0), stop), cancel));
        }

        var shards = numbers.GroupBy(ReachShards.Of).ToDictionary(g => g.Key, g => g.ToArray());
        // A cohort's people may live in any shard; one without a change to its people costs a shard a look at its own table.
        var highest = cohorts.Count == 0 ? shards.Keys.DefaultIfEmpty(-1).Max() : await Highest(cancel);
        await Task.WhenAll(Enumerable.Range(0, highest + 1)
            .Where(shard => cohorts.Count > 0 || shards.ContainsKey(shard))
            .Select(shard => grains.GetGrain<IReachShardGrain>(shard).Refresh([.. shards.GetValueOrDefault(shard) ?? []], [.. cohorts])));
    }

    private Task<int> Highest(CancellationToken cancel) => database.ReadAsync(async (connection, stop) =>
        ReachShards.Of((await connection.RowsAsync("select coalesce(max(number), 0) from people", [], row => row.GetInt64(0), stop))[0]), cancel);
}
