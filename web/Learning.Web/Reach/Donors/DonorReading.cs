using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Web.Words;

namespace Learning.Web.Reach.Donors;

/// <summary>Asks for the donors of a figure, and puts names to them.</summary>
public sealed class DonorReading(IGrainFactory grains, ReachNames names)
{
    /// <summary>The answer of the call.</summary>
    /// <param name="query">What is asked; not headcounts, and its rows are not looked at.</param>
    /// <param name="words">The reader's language.</param>
    public async Task<DonorView> View(ReachQuery query, IWords words)
    {
        var regional = await Answer(query);
        var tables = await Tables(regional.Donors, words);
        return new DonorView(
            query.Measure, query.Rule, regional.RuleVersion, query.RegionKind, query.Region, regional.AsOf, regional.Donors.Total, regional.Unnamed,
            tables.SupportedBy, tables.Shared, tables.Apportioned);
    }

    /// <summary>The bare answer; <see langword="null"/> for headcounts, of which it is not divided up who paid.</summary>
    /// <param name="query">What is asked; its rows are not looked at.</param>
    public async Task<RegionalDonors?> Find(ReachQuery query) => query.Measure == Measure.Headcount ? null : await Answer(query);

    /// <summary>The views in one language.</summary>
    /// <param name="donors">The views.</param>
    /// <param name="words">The language.</param>
    /// <param name="exact">Whether to say the exact fractions.</param>
    public async Task<DonorTables<string>> Tables(DonorReach donors, IWords words, bool exact = true)
    {
        var called = await Names(donors, words);
        return DonorTables.Of(donors, key => words[key], code => called[code], exact);
    }

    /// <summary>What their donors are called.</summary>
    /// <param name="donors">The views.</param>
    /// <param name="words">A language.</param>
    public Task<IReadOnlyDictionary<string, string>> Names(DonorReach donors, IWords words) =>
        names.Of(ReachBy.Funder, [.. donors.SupportedBy.Select(s => s.Funder), .. donors.Apportioned.Select(a => a.Funder)], words);

    private Task<RegionalDonors> Answer(ReachQuery query) => grains.GetGrain<IRegionReachGrain>(query.Region).Donors(query);
}
