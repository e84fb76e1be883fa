using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Reach.SmallCells;
using Learning.Web.Reach.Donors;

namespace Learning.Web.Reach;

/// <summary>What of an answer may be shown to somebody who is not to learn of single people.</summary>
public sealed class SmallCellReading(IGrainFactory grains, DonorReading donors, CountingRules rules)
{
    /// <summary>The answer without small cells.</summary>
    /// <param name="reach">The answer.</param>
    public async Task<ShownTable> Of(RegionalReach reach)
    {
        // The donor views that go with it tell the donors' figures, some of them put together: these rows must not tell them apart.
        if (reach.Query.By == ReachBy.Funder && await donors.Find(reach.Query) is { ForOthers: { } shown } && shown.SupportedBy.Any(s => s.Funder == SmallDonors.Together))
            return new ShownTable(reach.Answer.Total, [], null);
        var rows = new List<CountedRow>();
        foreach (var row in reach.Answer.Rows) rows.Add(new CountedRow(row.Value, await People(reach.Query, row.Key, row.Value), row.Cumulative));
        return Suppression.Of(new CountedTable(reach.Answer.Total, await People(reach.Query, null, reach.Answer.Total), [.. rows]));
    }

    /// <summary>Unnamed attendances, unless they are few.</summary>
    /// <param name="reach">The answer.</param>
    public static long? Unnamed(RegionalReach reach) => reach.Unnamed is > 0 and < Suppression.Threshold ? null : reach.Unnamed;

    // Six hours, or six participations, may be one person's: what is small is decided by people. Whether there are more than
    // the threshold doesn't matter, so no more than that are asked for.
    private async Task<int> People(ReachQuery query, string? row, decimal value)
    {
        var isPeople = query.Measure is Measure.Headcount
            || (query.Measure is Measure.Reached or Measure.Completed or Measure.Certified or Measure.FirstTime && rules.Of(query.Rule).OncePer == OncePer.Ever);
        if (value == 0 || isPeople) return (int)Math.Min(value, Suppression.Threshold);
        return (await grains.GetGrain<IRegionReachGrain>(query.Region).People(query, row, -1, Suppression.Threshold)).Length;
    }
}
