using Learning.Domain.Regions;
using Learning.Web.Words;

namespace Learning.Web.Pages.Cohorts;

/// <summary>How pages of cohorts name places and refusals.</summary>
internal static class CohortWords
{
    /// <summary>The region with those it lies in, largest first, the country left out: <c>Өмнөговь, Ханбогд</c>.</summary>
    public static string Region(IWords words, RegionTree regions, string code)
    {
        var names = regions.SelfAndAncestors(code).Where(r => r.ParentCode is not null).Reverse().Select(r => words.Pick(r.NameMn, r.NameEn)).ToList();
        return names.Count > 0 ? words.List(names) : regions.Find(code) is { } root ? words.Pick(root.NameMn, root.NameEn) : code;
    }

    /// <summary>Region and venue.</summary>
    public static string Place(IWords words, RegionTree regions, string code, string venue) =>
        venue.Length == 0 ? Region(words, regions, code) : $"{Region(words, regions, code)} · {venue}";

    /// <summary>Why a rule said no.</summary>
    public static string Refusal(IWords words, string code) => words.Find(code) ?? words["cohortpage.refused", code];
}
