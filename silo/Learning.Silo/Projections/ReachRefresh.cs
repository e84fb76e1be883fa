using System.Collections.Immutable;
using Learning.Contracts.Reach;
using Learning.Domain.Regions;
using Learning.Grains.Reach;
using Learning.Silo.Storage;

namespace Learning.Silo.Projections;

/// <summary>
/// Tells the reach shards whose facts changed, and then the regions concerned. Shards read the facts themselves, so that of
/// two projectors at work the newest facts always win.
/// </summary>
internal sealed class ReachRefresh(IGrainFactory grains, IDatabase database, IReachFacts facts, RegionTree regions)
{
    private const int AtOnce = 1_000;

    /// <summary>Tells them.</summary>
    /// <param name="batch">What was projected, durably.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task Tell(ReadModelBatch batch, CancellationToken cancel)
    {
        if (batch.Trainees.Count == 0 && batch.Cohorts.Count == 0 && !batch.Organisations) return;
        var numbers = await Read("select number from people where trainee_id in ({0})", batch.Trainees, row => row.GetInt64(0), cancel);
        var byShard = numbers.ToLookup(ReachShards.Of);
        // A cohort's people may live in any shard, and any process.
        var all = batch.Cohorts.Count > 0 || batch.Organisations ? Enumerable.Range(0, await facts.Shards()) : byShard.Select(g => g.Key);
        await Task.WhenAll(all.Select(shard => grains.GetGrain<IReachShardGrain>(shard).Refresh([.. byShard[shard]], [.. batch.Cohorts], batch.Organisations)));
        await Task.WhenAll((await Regions(batch, cancel)).Select(region => grains.GetGrain<IRegionReachGrain>(region).Changed()));
    }

    /// <summary>How many shards there are.</summary>
    public Task<int> Shards() => facts.Shards();

    /// <summary>Lets shards read everything anew, after the people were renumbered.</summary>
    /// <param name="shards">How many there were before.</param>
    public async Task Reload(int shards)
    {
        await Task.WhenAll(Enumerable.Range(0, shards).Select(shard => grains.GetGrain<IReachShardGrain>(shard).Reload()));
        await Task.WhenAll(regions.All.Select(region => grains.GetGrain<IRegionReachGrain>(region.Code).Changed()));
    }

    private async Task<ImmutableHashSet<string>> Regions(ReadModelBatch batch, CancellationToken cancel)
    {
        // A figure of any region may be that of an organisation.
        if (batch.Organisations) return [.. regions.All.Select(r => r.Code)];
        var codes = new List<string?>();
        codes.AddRange(await Read("select distinct region from cohorts where cohort_id in ({0})", batch.Cohorts, row => row.GetString(0), cancel));
        codes.AddRange(await Read(
            "select distinct c.region from cohorts c join enrolments e on e.cohort_id = c.cohort_id where e.trainee_id in ({0})", batch.Trainees, row => row.GetString(0), cancel));
        codes.AddRange(await Read("select distinct home_region from enrolments where trainee_id in ({0}) and home_region is not null", batch.Trainees, row => row.GetString(0), cancel));
        return [regions.Root.Code, .. codes.Distinct().SelectMany(regions.SelfAndAncestors).Select(r => r.Code)];
    }

    private async Task<List<T>> Read<T>(string sql, IReadOnlyCollection<string> ids, Func<System.Data.Common.DbDataReader, T> row, CancellationToken cancel)
    {
        var found = new List<T>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            var names = string.Join(", ", some.Select((_, i) => $"@p{i}"));
            var parameters = some.Select((id, i) => ($"p{i}", (object?)id)).ToArray();
            found.AddRange(await database.ReadAsync((connection, stop) => connection.RowsAsync(sql.Replace("{0}", names, StringComparison.Ordinal), parameters, row, stop), cancel));
        }

        return found;
    }
}
