namespace Learning.Domain.Reach.Evaluation;

/// <summary>What a query counts and where its rows come from.</summary>
internal static class QueryShape
{
    /// <summary>What a figure counts: participations, completions and hours have a unit of their own, people are counted as the rule says.</summary>
    public static CountedUnit Unit(Measure measure, OncePer oncePer) => (measure, oncePer) switch
    {
        (Measure.Participations or Measure.Completions or Measure.ContactHours, _) => CountedUnit.Participation,
        (_, OncePer.None) => CountedUnit.Participation,
        (_, OncePer.ReportingYear) => CountedUnit.PersonYear,
        (_, OncePer.Course) => CountedUnit.PersonCourse,
        _ => CountedUnit.Person,
    };

    /// <summary>Where the row keys come from.</summary>
    public static KeySource Keys(ReachQuery query) => query.By switch
    {
        null => KeySource.None,
        ReachBy.Region => query.RegionKind == RegionKind.Home ? KeySource.Profile : KeySource.Segment,
        ReachBy.Month or ReachBy.Year => KeySource.Period,
        ReachBy.Course => KeySource.Segment,
        ReachBy.Funder => KeySource.Funders,
        ReachBy.Sex or ReachBy.Organisation => KeySource.Profile,
        ReachBy.AgeBand => KeySource.AgeBand,
        _ => throw new ArgumentOutOfRangeException(nameof(query), query.By, "Rows of an unknown kind."),
    };
}
