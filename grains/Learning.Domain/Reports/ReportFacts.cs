using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Learning.Domain.Reach;
using Learning.Domain.Text;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reports;

/// <summary>
/// The facts behind a report: every participation with an event that passes the report's filters and counting rule, and the
/// unnamed attendances of every session. Written as text they have a fingerprint that <c>sha256sum</c> recomputes, and a later
/// text says what changed since.
/// </summary>
public sealed class ReportFacts
{
    /// <summary>
    /// How facts are written now. In form 1, that of reports from before there were donor views in them, funders are named without
    /// their shares and headcounts have no lines. A report is compared in the form in which it was frozen.
    /// </summary>
    public const int LatestForm = 2;

    private const string UnnamedLine = "unnamed";
    private string? fingerprint;

    /// <summary>Puts them in order.</summary>
    /// <param name="all">The facts, one a person and cohort.</param>
    /// <param name="unnamed">Unnamed attendances under the same filters.</param>
    /// <param name="headcounts">These, session by session; none in form 1.</param>
    public ReportFacts(IEnumerable<ReportFact> all, long unnamed, IEnumerable<ReportHeadcount>? headcounts = null)
    {
        // The order of the lines too: a tab comes before whatever is in an id.
        All = [.. all.OrderBy(f => f.TraineeId, StringComparer.Ordinal).ThenBy(f => f.CohortId, StringComparer.Ordinal)];
        Headcounts = [.. (headcounts ?? []).OrderBy(h => h.ToLine(), StringComparer.Ordinal)];
        Unnamed = unnamed;
    }

    /// <summary>The facts, in the order of their lines.</summary>
    public ImmutableArray<ReportFact> All { get; }

    /// <summary>Unnamed attendances, session by session.</summary>
    public ImmutableArray<ReportHeadcount> Headcounts { get; }

    /// <summary>Unnamed attendances under the same filters.</summary>
    public long Unnamed { get; }

    /// <summary>SHA-256 of <see cref="ToText"/>, in lower-case hex.</summary>
    public string Fingerprint => fingerprint ??= Hash();

    /// <summary>
    /// Writes the text, UTF-8: a line a fact in ordinal order, a line a session with unnamed attendances, then <c>unnamed</c>, a
    /// tab and their number; each line ends with LF. Line by line, since those of a country are hundreds of megabytes.
    /// </summary>
    /// <param name="stream">Stays open.</param>
    public void WriteTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        foreach (var fact in All) Line(fact.ToLine());
        foreach (var headcount in Headcounts) Line(headcount.ToLine());
        Line(string.Create(CultureInfo.InvariantCulture, $"{UnnamedLine}\t{Unnamed}"));

        void Line(string line)
        {
            writer.Write(line);
            writer.Write('\n');
        }
    }

    /// <summary>The text of <see cref="WriteTo"/>.</summary>
    public string ToText()
    {
        using var text = new MemoryStream();
        WriteTo(text);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Reads the text.</summary>
    /// <param name="text">What <see cref="WriteTo"/> wrote.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static ReportFacts Read(TextReader text)
    {
        var (all, headcounts, unnamed) = (new List<ReportFact>(), new List<ReportHeadcount>(), (long?)null);
        while (text.ReadLine() is { } line)
        {
            if (unnamed is not null) throw new FormatException("After the line of the unnamed there is another.");
            if (line.StartsWith(UnnamedLine + "\t", StringComparison.Ordinal)) unnamed = long.Parse(line.AsSpan(UnnamedLine.Length + 1), CultureInfo.InvariantCulture);
            else if (ReportHeadcount.IsLine(line)) headcounts.Add(ReportHeadcount.Parse(line));
            else all.Add(ReportFact.Parse(line));
        }

        return new(all, unnamed ?? throw new FormatException("The facts of a report end with a line of the unnamed."), headcounts);
    }

    /// <summary>The facts of one person behind a report.</summary>
    /// <param name="question">What the report asks.</param>
    /// <param name="traineeId">Who.</param>
    /// <param name="participations">Everything they did.</param>
    /// <param name="cohort">The cohort of an id, or <see langword="null"/> for one that counts nowhere.</param>
    /// <param name="form">In which form.</param>
    public static IReadOnlyList<ReportFact> Of(
        ReachQuestion question, string traineeId, IEnumerable<ParticipationFact> participations, Func<string, CohortFact?> cohort, int form = LatestForm)
    {
        var (query, counted) = (question.Query, new List<(ParticipationFact Participation, CohortFact Cohort)>());
        foreach (var participation in participations.GroupBy(p => p.CohortId).Select(United))
            if (cohort(participation.CohortId) is { Sessions.Length: > 0 } known && Counts(question.Rule, participation, known))
                counted.Add((participation, known));
        var facts = counted.Select(c => Of(question, traineeId, c.Participation, c.Cohort, form)).OfType<ReportFact>().ToList();
        if (query.Measure != Measure.FirstTime || facts.Count == 0) return facts;
        // Who was reached for the first time hangs on everything before, wherever it was.
        return
        [
            .. counted.Select(c => (c.Participation, c.Cohort, Sessions: Attended(c.Participation, c.Cohort).Where(s => query.To is null || s.Date <= query.To).ToList()))
                .Where(c => c.Sessions.Count > 0).Select(c => ReportFact.Of(traineeId, c.Participation, c.Cohort, form, c.Sessions, null, [])),
        ];
    }

    /// <summary>The unnamed attendances behind a report, session by session.</summary>
    /// <param name="question">What the report asks.</param>
    /// <param name="headcounts">Every headcount.</param>
    public static IEnumerable<ReportHeadcount> Of(ReachQuestion question, IEnumerable<HeadcountFact> headcounts) =>
        headcounts.Where(fact => fact.Count > 0 && HeadcountReach.Passes(fact, question))
            .GroupBy(fact => (fact.SessionId, fact.Date)).Select(g => new ReportHeadcount(g.Key.SessionId, g.Key.Date, g.Sum(fact => (long)fact.Count)));

    /// <summary>
    /// What a person's facts come to in units of the figure: who lost one or won one alters the total. For contact hours the
    /// number is the hours, otherwise 1.
    /// </summary>
    /// <param name="question">What the report asks.</param>
    /// <param name="facts">The facts of one person.</param>
    public static IReadOnlyDictionary<string, decimal> Units(ReachQuestion question, IEnumerable<ReportFact> facts)
    {
        var (query, units) = (question.Query, new Dictionary<string, decimal>(StringComparer.Ordinal));
        foreach (var (fact, days) in query.Measure == Measure.FirstTime ? FirstDays(question, [.. facts]) : facts.Select(fact => (fact, DaysOf(fact))))
        {
            if (query.Measure == Measure.ContactHours) units[fact.CohortId] = fact.Attended.Sum(s => s.Hours);
            else foreach (var unit in UnitsOf(query, question.Rule, fact, days)) units[unit] = 1;
        }

        return units;
    }

    /// <summary>What all facts come to: the figure, unless it is of headcounts.</summary>
    /// <param name="question">What the report asks.</param>
    public decimal Total(ReachQuestion question) => All.GroupBy(f => f.TraineeId).Sum(person => Units(question, person).Values.Sum());

    // Their facts say all that they attended before too: their first day counts where it passes the filters.
    private static IEnumerable<(ReportFact, IEnumerable<DateOnly>)> FirstDays(ReachQuestion question, List<ReportFact> facts)
    {
        if (facts.Count == 0) return [];
        var first = facts.SelectMany(f => f.Attended).Min(s => s.Day);
        return facts.Where(f => f.Attended.Any(s => s.Day == first) && Passes(question, f) && In(question.Query, int.Parse(f.BirthYear, CultureInfo.InvariantCulture), first))
            .Select(f => (f, (IEnumerable<DateOnly>)[first]));
    }

    private static IEnumerable<string> UnitsOf(ReachQuery query, CountingRule rule, ReportFact fact, IEnumerable<DateOnly> days) => query.Measure switch
    {
        Measure.Participations or Measure.Completions => [fact.CohortId],
        _ => rule.OncePer switch
        {
            OncePer.None => [fact.CohortId],
            OncePer.Course => [fact.Course],
            OncePer.ReportingYear => days.Select(day => YearOf(day, rule.ReportingYearStart).ToString(CultureInfo.InvariantCulture)),
            _ => [""],
        },
    };

    private static IEnumerable<DateOnly> DaysOf(ReportFact fact) =>
        fact.Attended.Select(s => s.Day)
            .Concat(new[] { fact.Completed }.Where(day => day.Length > 0).Select(Day))
            .Concat(fact.Held.Select(c => Day(c[..10])));

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

    private static ReportFact? Of(ReachQuestion question, string traineeId, ParticipationFact participation, CohortFact cohort, int form)
    {
        var query = question.Query;
        if (!Passes(question, cohort.Region, participation.HomeRegion, cohort.CourseCode, cohort.Funders, participation.Sex, participation.Organisation)) return null;

        var completion = cohort.Sessions.Max(s => s.Date);
        bool Counts(DateOnly day) => In(query, participation.BirthYear, day);
        bool Band(DateOnly day) => InBand(query, participation.BirthYear, day);
        var fact = query.Measure switch
        {
            Measure.Completed or Measure.Completions => ReportFact.Of(traineeId, participation, cohort, form, [], participation.Completed && Counts(completion) ? completion : null, []),
            Measure.Certified => ReportFact.Of(traineeId, participation, cohort, form, [], null, participation.Certificates.Where(c => Holds(c, question.AsOf) && Band(c.ValidFrom))),
            _ => ReportFact.Of(traineeId, participation, cohort, form, Attended(participation, cohort).Where(s => Counts(s.Date)), null, []),
        };
        return fact is { Sessions: "", Completed: "", Certificates: "" } ? null : fact;
    }

    private static bool Passes(ReachQuestion question, ReportFact fact) => Passes(
        question, fact.Region, fact.Home, fact.Course, fact.FunderCodes, EnumText.Parse<Sex>(fact.Sex)!.Value, fact.Organisation);

    private static bool Passes(ReachQuestion question, string training, string home, string course, IEnumerable<string> funders, Sex sex, string? organisation)
    {
        var query = question.Query;
        return (query.Region == question.Regions.Root.Code || question.Regions.IsWithin(query.RegionKind == RegionKind.Training ? training : home, query.Region))
            && (query.Course is null || course == query.Course)
            && (query.Funder is null || funders.Contains(query.Funder))
            && (query.Sex is null || sex == query.Sex)
            && (query.Organisation is null || question.Organisations.IsWithin(organisation, query.Organisation));
    }

    private static bool InBand(ReachQuery query, int birthYear, DateOnly day) => query.AgeBand is null || AgeBand.Of(birthYear, day.Year) == query.AgeBand;

    private static bool In(ReachQuery query, int birthYear, DateOnly day) => InBand(query, birthYear, day) && !(day < query.From) && !(day > query.To);

    private string Hash()
    {
        using var hash = SHA256.Create();
        using (var hashing = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write)) WriteTo(hashing);
        return Convert.ToHexStringLower(hash.Hash!);
    }

    private static bool Holds(CertificateFact certificate, DateOnly day) =>
        certificate.ValidFrom <= day && !(certificate.ValidUntil < day) && !(certificate.RevokedOn <= day);

    private static IEnumerable<SessionFact> Attended(ParticipationFact participation, CohortFact cohort) => cohort.Sessions.Where(s => participation.Attended.Contains(s.Number));
}
