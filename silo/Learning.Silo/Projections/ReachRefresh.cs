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
    /// <summary>Tells them.</summary>
    /// <param name="batch">What was projected, durably.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task Tell(ReadModelBatch batch, CancellationToken cancel)
    {
        if (batch.Trainees.Count == 0 && batch.Cohorts.Count == 0 && !batch.Organisations) return;
        var trainees = await OfSamePeople(batch.Trainees, cancel);
        var numbers = await Read("select number from people where", "trainee_id", trainees, row => row.GetInt64(0), cancel);
        var byShard = numbers.ToLookup(ReachShards.Of);
        // A cohort's people may live in any shard, and any process.
        var all = batch.Cohorts.Count > 0 || batch.Organisations ? Enumerable.Range(0, await facts.Shards()) : byShard.Select(g => g.Key);
        await Task.WhenAll(all.Select(shard => grains.GetGrain<IReachShardGrain>(shard).Refresh([.. byShard[shard]], [.. batch.Cohorts], batch.Organisations)));
        // A figure of any region may be that of an organisation.
        var concerned = batch.Organisations ? regions.All.Select(r => r.Code) : await Regions(batch.Cohorts, trainees, cancel);
        await Task.WhenAll(concerned.Select(region => grains.GetGrain<IRegionReachGrain>(region).Changed()));
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

    /// <summary>Every record of the people of these records: what one did may be another's first, or no longer be.</summary>
    private async Task<HashSet<string>> OfSamePeople(IReadOnlyCollection<string> trainees, CancellationToken cancel)
    {
        var found = new HashSet<string>(trainees, StringComparer.Ordinal);
        for (var some = trainees; some.Count > 0;)
        {
            var into = await Read("select merged_into from people where merged_into is not null and", "trainee_id", some, row => row.GetString(0), cancel);
            var from = await Read("select trainee_id from people where", "merged_into", some, row => row.GetString(0), cancel);
            some = [.. into.Concat(from).Where(found.Add)];
        }

        return found;
    }

    private async Task<ImmutableHashSet<string>> Regions(IReadOnlyCollection<string> cohorts, IReadOnlyCollection<string> trainees, CancellationToken cancel)
    {
        var codes = new List<string?>();
        codes.AddRange(await Read("select distinct region from cohorts where", "cohort_id", cohorts, row => row.GetString(0), cancel));
        codes.AddRange(await Read(
            "select distinct c.region from cohorts c join enrolments e on e.cohort_id = c.cohort_id where", "e.trainee_id", trainees, row => row.GetString(0), cancel));
        codes.AddRange(await Read("select distinct home_region from enrolments where home_region is not null and", "trainee_id", trainees, row => row.GetString(0), cancel));
        return [regions.Root.Code, .. codes.Distinct().SelectMany(regions.SelfAndAncestors).Select(r => r.Code)];
    }

    private Task<List<T>> Read<T>(string sql, string column, IReadOnlyCollection<string> ids, Func<System.Data.Common.DbDataReader, T> row, CancellationToken cancel) =>
        ids.Count == 0
            ? Task.FromResult(new List<T>())
            : database.ReadAsync((connection, stop) => connection.RowsAsync($"{sql} {IdList.Among(database.Kind, column)}", [IdList.Of(database.Kind, ids)], row, stop), cancel);
}
