using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Domain.Regions;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reach.Targets;

/// <summary>Finds targets in force.</summary>
public sealed class TargetReading(IDbContextFactory<LearningReadModel> readModel, RegionTree regions, TimeProvider clock)
{
    /// <summary>All of them, by region and last day.</summary>
    public async Task<IReadOnlyList<Target>> All()
    {
        await using var db = await readModel.CreateDbContextAsync();
        return [.. (await db.Targets.OrderBy(t => t.Region).ThenBy(t => t.ToDay).ThenBy(t => t.TargetId).ToListAsync()).Select(t => t.ToTarget())];
    }

    /// <summary>Finds the target of any figure, by <see cref="TargetRules.For"/>.</summary>
    public async Task<Func<ReachQuery, Target?>> Lookup()
    {
        var (all, today) = ((await All()).ToLookup(t => t.Query.Region), regions.Today(clock));
        return query => TargetRules.For(query, all[query.Region], today);
    }
}
