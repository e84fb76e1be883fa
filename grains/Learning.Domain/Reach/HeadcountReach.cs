using System.Globalization;
using Learning.Domain.Reach.Evaluation;

namespace Learning.Domain.Reach;

/// <summary>Sums the people known only as a number, under the same filters and rows as named people.</summary>
public static class HeadcountReach
{
    /// <summary>
    /// The sum. Nobody knows where unnamed people live or to which organisation they belong: asked by home region
    /// they are in the country alone, with the empty key, and under a filter on organisations nowhere. Counting rules
    /// do not apply, since nobody can say whether an unnamed person came before.
    /// </summary>
    /// <param name="facts">The headcounts.</param>
    /// <param name="question">What is asked; the measure in it is not looked at.</param>
    public static ReachPartial Evaluate(IEnumerable<HeadcountFact> facts, ReachQuestion question)
    {
        var query = question.Query;
        var total = 0L;
        var rows = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (fact.Count == 0 || RegionOf(fact, question) is not { } region || !Passes(fact, query)) continue;
            total += fact.Count;
            foreach (var key in Keys(fact, query, region)) rows[key] = rows.GetValueOrDefault(key) + fact.Count;
        }

        var periods = query.By is ReachBy.Month or ReachBy.Year;
        return new()
        {
            Measure = Measure.Headcount,
            By = query.By,
            Total = total,
            Rows = [.. rows.Select(r => new ReachPartialRow(r.Key, r.Value, periods ? r.Value : 0))],
        };
    }

    /// <summary>Whether a headcount passes all filters.</summary>
    /// <param name="fact">The headcount.</param>
    /// <param name="question">What is asked.</param>
    internal static bool Passes(HeadcountFact fact, ReachQuestion question) => RegionOf(fact, question) is not null && Passes(fact, question.Query);

    private static string? RegionOf(HeadcountFact fact, ReachQuestion question) =>
        RegionScope.KeyOf(question, question.Query.RegionKind == RegionKind.Home ? "" : fact.Region);

    private static bool Passes(HeadcountFact fact, ReachQuery query) =>
        (query.From is null || fact.Date >= query.From)
        && (query.To is null || fact.Date <= query.To)
        && (query.Course is null || fact.Course == query.Course)
        && (query.Funder is null || fact.Funders.Contains(query.Funder))
        && (query.Sex is null || fact.Sex == query.Sex)
        && (query.AgeBand is null || fact.AgeBand == query.AgeBand)
        && query.Organisation is null;

    private static IEnumerable<string> Keys(HeadcountFact fact, ReachQuery query, string region) => query.By switch
    {
        null => [],
        ReachBy.Region => [region],
        ReachBy.Month => [fact.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture)],
        ReachBy.Year => [fact.Date.ToString("yyyy", CultureInfo.InvariantCulture)],
        ReachBy.Course => [fact.Course],
        ReachBy.Funder => fact.Funders.Count == 0 ? [""] : fact.Funders,
        ReachBy.Sex => [SexCode.Of(fact.Sex)],
        ReachBy.AgeBand => [fact.AgeBand],
        ReachBy.Organisation => [""],
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.By, "Rows of an unknown kind."),
    };
}
