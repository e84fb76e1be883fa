using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Text;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reports;

/// <summary>
/// The facts behind a report: every participation with an event that passes the report's filters and counting rule, and the
/// number of unnamed attendances. Written as text they have a fingerprint that <c>sha256sum</c> recomputes, and a later text
/// says what changed since.
/// </summary>
/// <param name="All">The facts, in the order of their lines.</param>
/// <param name="Unnamed">Unnamed attendances under the same filters.</param>
public sealed record ReportFacts(ImmutableArray<ReportFact> All, long Unnamed)
{
    private const string UnnamedLine = "unnamed";

    /// <summary>SHA-256 of <see cref="ToText"/>, in lower-case hex.</summary>
    public string Fingerprint => Report.Sha256(ToText());

    /// <summary>The text: a line a fact in ordinal order, then <c>unnamed</c>, a tab and a number; each line ends with LF.</summary>
    public string ToText() =>
        string.Concat(All.Select(f => f.ToLine()).Order(StringComparer.Ordinal).Select(line => line + "\n")) + string.Create(CultureInfo.InvariantCulture, $"{UnnamedLine}\t{Unnamed}\n");

    /// <summary>Reads the text.</summary>
    /// <param name="text">What <see cref="ToText"/> wrote.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ReportFacts Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 0 && lines[^1].Split('\t') is [UnnamedLine, var unnamed]
            ? new([.. lines[..^1].Select(ReportFact.Parse)], long.Parse(unnamed, CultureInfo.InvariantCulture))
            : throw new FormatException("The facts of a report end with a line of the unnamed.");
    }

    /// <summary>The facts of one person behind a report.</summary>
    /// <param name="question">What the report asks.</param>
    /// <param name="traineeId">Who.</param>
    /// <param name="participations">Everything they did.</param>
    /// <param name="cohort">The cohort of an id, or <see langword="null"/> for one that counts nowhere.</param>
    public static IReadOnlyList<ReportFact> Of(ReachQuestion question, string traineeId, IEnumerable<ParticipationFact> participations, Func<string, CohortFact?> cohort)
    {
        var (query, counted) = (question.Query, new List<(ParticipationFact Participation, CohortFact Cohort)>());
        foreach (var participation in participations.GroupBy(p => p.CohortId).Select(United))
            if (cohort(participation.CohortId) is { Sessions.Length: > 0 } known && Counts(question.Rule, participation, known))
                counted.Add((participation, known));
        var facts = counted.Select(c => Of(question, traineeId, c.Participation, c.Cohort)).OfType<ReportFact>().ToList();
        if (query.Measure != Measure.FirstTime || facts.Count == 0) return facts;
        // Who was reached for the first time hangs on everything before, wherever it was.
        return
        [
            .. counted.Select(c => (c.Participation, c.Cohort, Sessions: Attended(c.Participation, c.Cohort).Where(s => query.To is null || s.Date <= query.To).ToList()))
                .Where(c => c.Sessions.Count > 0).Select(c => ReportFact.Of(traineeId, c.Participation, c.Cohort, c.Sessions, null, [])),
        ];
    }

    /// <summary>
    /// What a person's facts come to in units of the figure: who lost one or won one alters the total. For contact hours the
    /// number is the hours, otherwise 1.
    /// </summary>
    /// <param name="query">What the report asks.</param>
    /// <param name="rule">Its counting rule.</param>
    /// <param name="facts">The facts of one person.</param>
    public static IReadOnlyDictionary<string, decimal> Units(ReachQuery query, CountingRule rule, IEnumerable<ReportFact> facts)
    {
        var units = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var fact in facts)
        {
            if (query.Measure == Measure.ContactHours) units[fact.CohortId] = fact.Attended.Sum(s => s.Hours);
            else foreach (var unit in UnitsOf(query, rule, fact)) units[unit] = 1;
        }

        return units;
    }

    private static IEnumerable<string> UnitsOf(ReachQuery query, CountingRule rule, ReportFact fact) => query.Measure switch
    {
        Measure.Participations or Measure.Completions => [fact.CohortId],
        _ => rule.OncePer switch
        {
            OncePer.None => [fact.CohortId],
            OncePer.Course => [fact.Course],
            OncePer.ReportingYear => DaysOf(fact).Select(day => YearOf(day, rule.ReportingYearStart).ToString(CultureInfo.InvariantCulture)),
            _ => [""],
        },
    };

    private static IEnumerable<DateOnly> DaysOf(ReportFact fact) =>
        fact.Attended.Select(s => s.Day)
            .Concat(new[] { fact.Completed }.Where(day => day.Length > 0).Select(Day))
            .Concat(fact.Certificates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => Day(c[..10])));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int YearOf(DateOnly day, MonthDay start) => (day.Month, day.Day).CompareTo((start.Month, start.Day)) >= 0 ? day.Year : day.Year - 1;

    // As the shards do it: of two in one cohort, after a merge, attendance, completion and certificates are united.
    private static ParticipationFact United(IEnumerable<ParticipationFact> ofOneCohort)
    {
        var all = ofOneCohort.ToList();
        return all[0] with
        {
            Attended = [.. all.SelectMany(p => p.Attended).Distinct()],
            Completed = all.Any(p => p.Completed),
            Certificates = [.. all.SelectMany(p => p.Certificates)],
        };
    }

    private static bool Counts(CountingRule rule, ParticipationFact participation, CohortFact cohort) =>
        !rule.ExcludeCourseKinds.Contains(cohort.CourseKind)
        && (!rule.CompletersOnly || participation.Completed)
        && (rule.MinHours == 0 || Attended(participation, cohort).Sum(s => s.Hours) >= rule.MinHours);

    private static ReportFact? Of(ReachQuestion question, string traineeId, ParticipationFact participation, CohortFact cohort)
    {
        var query = question.Query;
        var region = query.RegionKind == RegionKind.Training ? cohort.Region : participation.HomeRegion;
        var passes = (query.Region == question.Regions.Root.Code || question.Regions.IsWithin(region, query.Region))
            && (query.Course is null || cohort.CourseCode == query.Course)
            && (query.Funder is null || cohort.Funders.Contains(query.Funder))
            && (query.Sex is null || participation.Sex == query.Sex)
            && (query.Organisation is null || question.Organisations.IsWithin(participation.Organisation, query.Organisation));
        if (!passes) return null;
        bool Band(DateOnly day) => query.AgeBand is null || AgeBand.Of(participation.BirthYear, day.Year) == query.AgeBand;
        bool In(DateOnly day) => Band(day) && !(day < query.From) && !(day > query.To);

        var completion = cohort.Sessions.Max(s => s.Date);
        var fact = query.Measure switch
        {
            Measure.Completed or Measure.Completions => ReportFact.Of(traineeId, participation, cohort, [], participation.Completed && In(completion) ? completion : null, []),
            Measure.Certified => ReportFact.Of(traineeId, participation, cohort, [], null, participation.Certificates.Where(c => Holds(c, question.AsOf) && Band(c.ValidFrom))),
            _ => ReportFact.Of(traineeId, participation, cohort, Attended(participation, cohort).Where(s => In(s.Date)), null, []),
        };
        return fact is { Sessions: "", Completed: "", Certificates: "" } ? null : fact;
    }

    private static bool Holds(CertificateFact certificate, DateOnly day) =>
        certificate.ValidFrom <= day && !(certificate.ValidUntil < day) && !(certificate.RevokedOn <= day);

    private static IEnumerable<SessionFact> Attended(ParticipationFact participation, CohortFact cohort) => cohort.Sessions.Where(s => participation.Attended.Contains(s.Number));
}
