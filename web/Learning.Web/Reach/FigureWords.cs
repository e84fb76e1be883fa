using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Web.Words;

namespace Learning.Web.Reach;

/// <summary>The filters of a figure in a line of words.</summary>
public static class FigureWords
{
    /// <summary>The line: rule, region and whatever else is set.</summary>
    /// <param name="query">The figure.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="rules">For the rule's title.</param>
    /// <param name="regions">For the region's name.</param>
    /// <param name="days">Whether to name the first and last day too.</param>
    public static string Of(ReachQuery query, IWords words, CountingRules rules, RegionTree regions, bool days = true)
    {
        var parts = new List<string>();
        if (regions.Find(query.Region) is { } region) parts.Add(words.Pick(region.NameMn, region.NameEn));
        if (rules.Has(query.Rule)) parts.Add(words.Pick(rules.Of(query.Rule).TitleMn, rules.Of(query.Rule).TitleEn));
        if (query.RegionKind != RegionKind.Training) parts.Add(words.Of(query.RegionKind));
        if (query.Course is { } course) parts.Add($"{words["course.label"]}: {course}");
        if (query.Funder is { } funder) parts.Add($"{words["funder.label"]}: {funder}");
        if (query.Sex is { } sex) parts.Add(words.Of(sex));
        if (query.AgeBand is { } band) parts.Add($"{words["age.label"]}: {words["age." + band]}");
        if (query.Organisation is { } organisation) parts.Add($"{words["organisation.label"]}: {organisation}");
        if (days) parts.Add(Days(query, words));
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    private static string Days(ReachQuery query, IWords words) => (query.From, query.To) switch
    {
        ({ } from, { } to) => words.Period(from, to),
        ({ } from, null) => words["report.sinceDay", from],
        (null, { } to) => words["report.untilDay", to],
        _ => words["report.allDays"],
    };
}
