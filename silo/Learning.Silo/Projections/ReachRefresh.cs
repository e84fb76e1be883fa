using System.Collections.Immutable;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Grains.Reach;
using Learning.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.Projections;

/// <summary>
/// Tells the reach shards whose facts changed, and then the regions concerned. Shards read the facts themselves, so that of
/// two projectors at work the newest facts always win.
/// </summary>
internal sealed class ReachRefresh(IGrainFactory grains, [FromKeyedServices(DatabaseUse.Projections)] IDatabase database, IReachFacts facts, RegionTree regions)
{
    /// <summary>Tells them.</summary>
    /// <param name="slot">Whose batch it is.</param>
    /// <param name="batch">What was projected, durably.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task Tell(int slot, ReadModelBatch batch, CancellationToken cancel)
    {
        if (batch.Trainees.Count == 0 && batch.Participations.Count == 0 && batch.Cohorts.Count == 0 && !batch.Organisations) return;
        // Whoever has a place in a cohort of which nobody knows what was told.
        var enrolled = batch.IsRepeated ? await Read("select distinct trainee_id from enrolments where", "cohort_id", batch.Touched, row => row.GetString(0), cancel) : [];
        var everywhere = batch.Trainees.Union(enrolled).ToHashSet();
        var people = await OfSamePeople(everywhere.Union(batch.Participations.Select(p => p.TraineeId)).ToList(), cancel);
        // What a record of somebody merged did is the person's, and may be so in more cohorts than this one.
        everywhere.UnionWith(people.Values.Where(r => r.MergedInto is not null).SelectMany(r => new[] { r.TraineeId, r.MergedInto! }));
        var byShard = people.Values.ToLookup(r => ReachShards.Of(r.Number));
        var participations = batch.Participations.Where(p => people.ContainsKey(p.TraineeId) && !everywhere.Contains(p.TraineeId))
            .Select(p => new ChangedParticipation(people[p.TraineeId].Number, p.CohortId)).ToLookup(p => ReachShards.Of(p.Number));
        // A cohort's people may live in any shard, and any process.
        var all = batch.Cohorts.Count > 0 || batch.Organisations ? Enumerable.Range(0, await facts.Shards()) : byShard.Select(g => g.Key);
        var concerned = await Task.WhenAll(all.Select(async shard =>
        {
            var numbers = byShard[shard].Where(r => everywhere.Contains(r.TraineeId)).Select(r => r.Number);
            var told = await grains.GetGrain<IReachShardGrain>(shard).Refresh(slot, [.. numbers], [.. participations[shard]], [.. batch.Cohorts], batch.Organisations);
            // A shard that was told before knows only what is now, and one that has just been loaded not what was.
            return batch.IsRepeated || told is null ? [.. told ?? [], .. await Regions([.. byShard[shard].Select(r => r.TraineeId)], cancel)] : told.Value;
        }));
        // A figure of any region may be that of an organisation.
        var changed = batch.Organisations
            ? regions.All.Select(r => r.Code)
            : concerned.SelectMany(codes => codes).Concat(await RegionsOfCohorts(batch.Cohorts, cancel)).Distinct().SelectMany(regions.SelfAndAncestors).Select(r => r.Code).Append(regions.Root.Code).Distinct();
        await Task.WhenAll(changed.ToList().Select(region => grains.GetGrain<IRegionReachGrain>(region).Changed()));
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

    /// <summary>Every record of the people of these records, by its id: what one did may be another's first, or no longer be.</summary>
    private async Task<Dictionary<string, PersonRecord>> OfSamePeople(IReadOnlyCollection<string> trainees, CancellationToken cancel)
    {
        var found = new Dictionary<string, PersonRecord>(StringComparer.Ordinal);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        for (var some = trainees; some.Count > 0;)
        {
            asked.UnionWith(some);
            var records = await Read(
                $"select trainee_id, number, merged_into from people where {IdList.Among(database.Kind, "merged_into")} or", "trainee_id", some,
                row => new PersonRecord(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetString(2)), cancel);
            foreach (var record in records) found[record.TraineeId] = record;
            some = [.. records.SelectMany(r => new[] { r.TraineeId, r.MergedInto }).OfType<string>().Distinct().Where(id => !asked.Contains(id))];
        }

        return found;
    }

    /// <summary>Regions in which people may have been trained, or had their home.</summary>
    private async Task<ImmutableArray<string>> Regions(IReadOnlyCollection<string> trainees, CancellationToken cancel) =>
    [
        .. await Read("select distinct c.region from cohorts c join enrolments e on e.cohort_id = c.cohort_id where", "e.trainee_id", trainees, row => row.GetString(0), cancel),
        .. await Read("select distinct home_region from enrolments where home_region is not null and", "trainee_id", trainees, row => row.GetString(0), cancel),
    ];

    /// <summary>Regions of cohorts, and the homes of whoever is on their rosters: what they did may count, or no longer count, all at once.</summary>
    private async Task<ImmutableArray<string>> RegionsOfCohorts(IReadOnlyCollection<string> cohorts, CancellationToken cancel) =>
    [
        .. await Read("select distinct region from cohorts where", "cohort_id", cohorts, row => row.GetString(0), cancel),
        .. await Read("select distinct home_region from enrolments where home_region is not null and", "cohort_id", cohorts, row => row.GetString(0), cancel),
    ];

    private sealed record PersonRecord(string TraineeId, long Number, string? MergedInto);

    private Task<List<T>> Read<T>(string sql, string column, IReadOnlyCollection<string> ids, Func<System.Data.Common.DbDataReader, T> row, CancellationToken cancel) =>
        ids.Count == 0
            ? Task.FromResult(new List<T>())
            : database.ReadAsync((connection, stop) => connection.RowsAsync($"{sql} {IdList.Among(database.Kind, column)}", [IdList.Of(database.Kind, ids)], row, stop), cancel);
}
