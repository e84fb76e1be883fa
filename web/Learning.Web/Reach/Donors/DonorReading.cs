using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Web.Words;

namespace Learning.Web.Reach.Donors;

/// <summary>Asks for the donors of a figure, and puts names to them.</summary>
public sealed class DonorReading(IGrainFactory grains, ReachNames names)
{
    /// <summary>The three views.</summary>
    /// <param name="query">What is asked; not headcounts, and its rows are not looked at.</param>
    /// <param name="words">The reader's language.</param>
    public async Task<DonorView> View(ReachQuery query, IWords words)
    {
        var regional = await grains.GetGrain<IRegionReachGrain>(query.Region).Donors(query);
        var donors = regional.Donors;
        string[] codes = [.. donors.SupportedBy.Select(s => s.Funder)];
        var called = await names.Of(ReachBy.Funder, [.. codes, .. donors.Apportioned.Select(a => a.Funder)], words);
        var shared = donors.Shared.ToDictionary(s => (s.Funder, s.With), s => s.Value);
        decimal Both(string a, string b) => shared.GetValueOrDefault((a, b)) is var one && one != 0 ? one : shared.GetValueOrDefault((b, a));
        return new DonorView(
            query.Measure, query.Rule, regional.RuleVersion, query.RegionKind, query.Region, regional.AsOf, donors.Total, regional.Unnamed,
            new SupportedView(
                words["funder.supported"], words["funder.supported.definition"],
                [.. donors.SupportedBy.Select(s => new SupportedRow(s.Funder, called[s.Funder], s.Value, s.Only))], donors.SumOfSupported, donors.Overlap),
            new SharedView(
                words["funder.shared"], words["funder.shared.definition"],
                [.. codes.Select(a => new SharedRow(a, called[a], codes.ToDictionary(b => b, b => Both(a, b))))]),
            new ApportionedView(
                words["funder.apportioned"], words["funder.apportioned.definition"],
                [.. donors.Apportioned.Select(a => new ApportionedRow(a.Funder, called[a.Funder], a.Value, a.Denominator == "1" ? a.Numerator : $"{a.Numerator}/{a.Denominator}"))]));
    }
}
