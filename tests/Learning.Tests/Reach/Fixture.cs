using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Domain.Regions;

namespace Learning.Tests.Reach;

/// <summary>A small country with a few organisations.</summary>
internal static class Fixture
{
    public static readonly DateOnly Today = new(2019, 6, 30);

    public static readonly ImmutableArray<string> RegionCodes = ["MN", "MN41", "MN64", "MN65", "MN4101", "MN4137", "MN6416", "MN6419"];

    public static readonly RegionTree Regions = new(RegionCodes.Select(c =>
        new Region(c, c.Length == 2 ? null : c[..^2], c.Length / 2 - 1, "Өмнө " + c, c, "Asia/Ulaanbaatar")));

    public static readonly OrganisationTree Organisations = new(new Dictionary<string, string>
    {
        ["ТББ-1"] = "ХОЛБОО",
        ["ТББ-2"] = "ХОЛБОО",
        ["НӨХ-1"] = "ТББ-1",
        ["НҮХ-2"] = "ТББ-1",
        ["НӨХ-3"] = "ТББ-2",
    });

    public static readonly ImmutableDictionary<string, string[]> OrganisationAndAbove = new Dictionary<string, string[]>
    {
        [""] = [],
        ["ХОЛБОО"] = ["ХОЛБОО"],
        ["ТББ-1"] = ["ТББ-1", "ХОЛБОО"],
        ["ТББ-2"] = ["ТББ-2", "ХОЛБОО"],
        ["НӨХ-1"] = ["НӨХ-1", "ТББ-1", "ХОЛБОО"],
        ["НҮХ-2"] = ["НҮХ-2", "ТББ-1", "ХОЛБОО"],
        ["НӨХ-3"] = ["НӨХ-3", "ТББ-2", "ХОЛБОО"],
        ["ӨӨР"] = ["ӨӨР"],
    }.ToImmutableDictionary();

    public static ReachQuestion Ask(ReachQuery query, CountingRule rule) =>
        new(query with { Rule = rule.Id }, rule, Regions, Organisations, Today);
}
