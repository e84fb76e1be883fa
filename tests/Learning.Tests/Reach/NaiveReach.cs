using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Trainees;

namespace Learning.Tests.Reach;

/// <summary>
/// Reach counted the plain way, over plain objects with sets, written from the definitions and not from the engine:
/// regions by prefix of the P-code, organisations by a table, ages by a chain of comparisons.
/// </summary>
internal sealed class NaiveReach(
    IReadOnlyDictionary<string, CohortFact> cohorts, IReadOnlyDictionary<int, ImmutableArray<ParticipationFact>> people)
{
    private sealed record Event(int Person, CohortFact Cohort, ParticipationFact Participation, DateOnly Date, decimal Hours);

    public ReachAnswer Answer(ReachQuery query, CountingRule rule, DateOnly today)
    {
        var events = people.Keys.SelectMany(p => EventsOf(p, query, rule, today)).Where(e => Passes(e, query)).ToList();
        decimal Figure(IEnumerable<Event> of) => query.Measure == Measure.ContactHours
            ? of.Sum(e => e.Hours)
            : of.Select(e => Unit(e, query.Measure, rule)).ToHashSet().Count;
        var keys = events.SelectMany(e => Keys(e, query)).Distinct().Order(StringComparer.Ordinal).ToList();
        var rows = keys.Select(k => new ReachRow(k, Figure(events.Where(e => Keys(e, query).Contains(k))))).ToList();
        if (query.By is ReachBy.Month or ReachBy.Year)
        {
            rows = keys.Count == 0 ? [] : PeriodsBetween(keys[0], keys[^1]).Select(k => new ReachRow(
                k,
                Figure(events.Where(e => Keys(e, query).Single() == k)),
                Figure(events.Where(e => string.CompareOrdinal(Keys(e, query).Single(), k) <= 0)))).ToList();
        }

        return new() { Total = Figure(events), Rows = [.. rows], SumOfRows = query.By is null ? Figure(events) : rows.Sum(r => r.Value) };
    }

    /// <summary>Each thing that the figure counts, with the cohorts by which it counts and what it is worth: one, or hours.</summary>
    public List<(List<CohortFact> Cohorts, decimal Value)> Units(ReachQuery query, CountingRule rule, DateOnly today) =>
        people.Keys.SelectMany(p => EventsOf(p, query, rule, today)).Where(e => Passes(e, query))
            .GroupBy(e => query.Measure == Measure.ContactHours ? (e.Person, e.Cohort.Id) : Unit(e, query.Measure, rule))
            .Select(g => (g.Select(e => e.Cohort).DistinctBy(c => c.Id).ToList(), query.Measure == Measure.ContactHours ? g.Sum(e => e.Hours) : 1m))
            .ToList();

    public static bool Within(string region, string of) => of == "MN" || (Fixture.RegionCodes.Contains(region) && region.StartsWith(of, StringComparison.Ordinal));

    private IEnumerable<Event> EventsOf(int person, ReachQuery query, CountingRule rule, DateOnly today)
    {
        // Two participations in one cohort are one.
        var participations = people[person].GroupBy(p => p.CohortId)
            .Where(g => cohorts.ContainsKey(g.Key) && cohorts[g.Key].Sessions.Length > 0)
            .Select(g => (Cohort: cohorts[g.Key], Fact: g.First() with
            {
                Attended = [.. g.SelectMany(p => p.Attended).Distinct()],
                Completed = g.Any(p => p.Completed),
                Certificates = [.. g.SelectMany(p => p.Certificates)],
            }))
            .Where(p => !rule.ExcludeCourseKinds.Contains(p.Cohort.CourseKind))
            .Where(p => !rule.CompletersOnly || p.Fact.Completed)
            .Where(p => p.Cohort.Sessions.Where(s => p.Fact.Attended.Contains(s.Number)).Sum(s => s.Hours) >= rule.MinHours)
            .ToList();
        var attended = participations.SelectMany(p => p.Cohort.Sessions
            .Where(s => p.Fact.Attended.Contains(s.Number))
            .Select(s => new Event(person, p.Cohort, p.Fact, s.Date, s.Hours))).ToList();
        var asOf = query.To ?? today;
        return query.Measure switch
        {
            Measure.Completed or Measure.Completions => participations.Where(p => p.Fact.Completed)
                .Select(p => new Event(person, p.Cohort, p.Fact, p.Cohort.Sessions.Max(s => s.Date), 0)),
            Measure.Certified => participations.SelectMany(p => p.Fact.Certificates
                .Where(c => c.ValidFrom <= asOf && (c.ValidUntil is null || asOf <= c.ValidUntil) && (c.RevokedOn is null || asOf < c.RevokedOn))
                .Select(c => new Event(person, p.Cohort, p.Fact, c.ValidFrom, 0))),
            // A session of no hours leaves no contact hours.
            Measure.ContactHours => attended.Where(e => e.Hours > 0),
            Measure.FirstTime => attended.Where(e => e.Date == attended.Min(f => f.Date)),
            _ => attended,
        };
    }

    private static bool Passes(Event e, ReachQuery q) =>
        Within(Region(e, q), q.Region)
        && (q.Measure == Measure.Certified || q.From is null || e.Date >= q.From)
        && (q.Measure == Measure.Certified || q.To is null || e.Date <= q.To)
        && (q.Course is null || e.Cohort.CourseCode == q.Course)
        && (q.Funder is null || e.Cohort.Funders.Contains(q.Funder))
        && (q.Sex is null || e.Participation.Sex == q.Sex)
        && (q.AgeBand is null || Age(e) == q.AgeBand)
        && (q.Organisation is null || Fixture.OrganisationAndAbove[e.Participation.Organisation ?? ""].Contains(q.Organisation));

    private static object Unit(Event e, Measure measure, CountingRule rule)
    {
        if (measure is Measure.Participations or Measure.Completions || rule.OncePer == OncePer.None) return (e.Person, e.Cohort.Id);
        if (rule.OncePer == OncePer.Course) return (e.Person, e.Cohort.CourseCode);
        if (rule.OncePer == OncePer.Ever) return e.Person;
        var begin = new DateOnly(e.Date.Year, rule.ReportingYearStart.Month, rule.ReportingYearStart.Day);
        return (e.Person, begin > e.Date ? begin.AddYears(-1) : begin);
    }

    private static string[] Keys(Event e, ReachQuery q) => q.By switch
    {
        ReachBy.Region => [RegionKey(Region(e, q), q.Region)],
        ReachBy.Month => [e.Date.ToString("yyyy-MM", CultureInfo.InvariantCulture)],
        ReachBy.Year => [e.Date.ToString("yyyy", CultureInfo.InvariantCulture)],
        ReachBy.Course => [e.Cohort.CourseCode],
        ReachBy.Funder => e.Cohort.Funders.IsEmpty ? [""] : [.. e.Cohort.Funders],
        ReachBy.Sex => [e.Participation.Sex switch { Sex.Female => "female", Sex.Male => "male", Sex.Other => "other", _ => "notStated" }],
        ReachBy.AgeBand => [Age(e)],
        ReachBy.Organisation => [e.Participation.Organisation ?? ""],
        _ => [],
    };

    private static string Region(Event e, ReachQuery q) => q.RegionKind == RegionKind.Home ? e.Participation.HomeRegion : e.Cohort.Region;

    // P-codes grow by two figures a level: MN, MN64, MN6416.
    private static string RegionKey(string region, string of) =>
        !Fixture.RegionCodes.Contains(region) ? "" : region == of ? of : region[..(of.Length + 2)];

    private static string Age(Event e)
    {
        if (e.Participation.BirthYear == 0) return "notStated";
        var age = e.Date.Year - e.Participation.BirthYear;
        if (age <= 14) return "0-14";
        if (age <= 24) return "15-24";
        if (age <= 34) return "25-34";
        if (age <= 44) return "35-44";
        if (age <= 54) return "45-54";
        return age <= 64 ? "55-64" : "65+";
    }

    private static IEnumerable<string> PeriodsBetween(string first, string last)
    {
        if (first.Length == 4) return Enumerable.Range(int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture) - int.Parse(first, CultureInfo.InvariantCulture) + 1).Select(y => y.ToString(CultureInfo.InvariantCulture));
        var all = from year in Enumerable.Range(2000, 40) from month in Enumerable.Range(1, 12) select $"{year}-{month:00}";
        return all.Where(m => string.CompareOrdinal(m, first) >= 0 && string.CompareOrdinal(m, last) <= 0);
    }
}
