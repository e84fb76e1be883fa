using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Makes the plan of one question from the dimensions. One walk over the cohorts, one over the profiles.</summary>
internal sealed class ReachPlanner
{
    // Beyond one segment in so many, seeking out people costs more than walking past all of them.
    private const int SelectiveShare = 12;

    private readonly ReachDimensions dimensions;
    private readonly ReachQuestion question;
    private readonly ReachQuery query;
    private readonly CountingRule rule;
    private readonly CountedUnit unit;
    private readonly KeySource keySource;
    private readonly bool dated;
    private readonly int ageBand;
    private readonly int from;
    private readonly int to;
    private readonly CodeBook regionKeys = new();
    private readonly int[] regionKey;
    private readonly ReportingYears years;
    private int earliest = int.MaxValue;
    private int latest = -1;

    /// <summary>Prepares to plan.</summary>
    public ReachPlanner(ReachDimensions dimensions, ReachQuestion question)
    {
        (this.dimensions, this.question, query, rule) = (dimensions, question, question.Query, question.Rule);
        unit = QueryShape.Unit(query.Measure, rule.OncePer);
        keySource = QueryShape.Keys(query);
        ageBand = query.AgeBand is { } band ? AgeBand.All.ToList().IndexOf(band) : -1;
        if (query.AgeBand is not null && ageBand < 0) throw new ArgumentException($"{query.AgeBand} is not an age band.", nameof(question));
        dated = keySource is KeySource.AgeBand or KeySource.Period || ageBand >= 0 || unit == CountedUnit.PersonYear;
        // Days outside the range that can be held do not exist, so an empty period stays empty after clamping.
        (from, to) = (0, ReachDay.Never - 1);
        if (query.From is { } f) from = f > ReachDay.Last ? ReachDay.Never : ReachDay.Clamped(f);
        if (query.To is { } t) to = t < ReachDay.First ? -1 : ReachDay.Clamped(t);
        years = new(rule.ReportingYearStart);
        regionKey = RegionScope.Keys(question, dimensions.Regions, regionKeys);
    }

    private bool AtLastDay => query.Measure is Measure.Completed or Measure.Completions;

    /// <summary>Makes the plan.</summary>
    /// <param name="room">Where an earlier plan had its segments, emptied, if nobody uses that any more.</param>
    public ReachPlan Plan(PlannedSegment[]? room)
    {
        var cohorts = dimensions.Cohorts;
        var count = cohorts.Segments.Length;
        if (room is null || room.Length < count) room = new PlannedSegment[count + count / 8];
        var segments = room.AsSpan(0, count);
        var few = PlanCohorts(cohorts, segments);
        if (query.Measure == Measure.Certified) (earliest, latest) = (0, ReachDay.Clamped(question.AsOf));
        if (latest < 0) earliest = latest = 0;
        var firstPeriod = ReachPlan.PeriodOf(query.By, earliest);
        var firstYear = years.Of(earliest);
        var sessions = NeedsSessions ? Sessions(cohorts) : [];
        if (query.Measure == Measure.ContactHours)
            for (var i = 0; i < segments.Length; i++)
                if (segments[i].Accept != 0) segments[i].SecondsEach = sessions[i].SecondsEach;
        var dates = new SegmentDates(query.By, unit, years, AtLastDay, firstPeriod, firstYear);
        if (dated && query.Measure is not (Measure.Certified or Measure.FirstTime)) dates.Plan(cohorts, segments, few);
        var (codes, funderKeys) = keySource == KeySource.Period ? (Periods(query.By!.Value, firstPeriod, ReachPlan.PeriodOf(query.By, latest)), []) : KeyCodes();
        return new()
        {
            Question = question,
            Unit = unit,
            KeySource = keySource,
            Segments = room,
            Few = few,
            Parts = dates.Parts,
            Sessions = sessions,
            People = NeedsProfiles ? People() : null,
            SessionDay = cohorts.SessionDay,
            SessionSeconds = cohorts.SessionSeconds,
            FunderKeys = funderKeys,
            FundingWays = keySource == KeySource.Funders ? [.. dimensions.Fundings.All] : [],
            KeyCodes = codes,
            FirstPeriod = firstPeriod,
            FirstYear = firstYear,
            Years = years,
            Subs = unit switch
            {
                CountedUnit.PersonCourse => dimensions.Courses.Count,
                CountedUnit.PersonYear => years.Of(latest) - firstYear + 1,
                _ => 1,
            },
            Dated = dated,
            From = from,
            To = to,
            MinSeconds = MinSeconds,
        };
    }

    private long MinSeconds => (long)decimal.Round(rule.MinHours * 3600);

    private bool NeedsSessions =>
        query.Measure is Measure.FirstTime or Measure.ContactHours || MinSeconds > 0;

    private bool NeedsProfiles =>
        query.Sex is not null || query.Organisation is not null || query.RegionKind == RegionKind.Home
        || ageBand >= 0 || keySource is KeySource.Profile or KeySource.AgeBand;

    // The segments that pass, if they are few; only those are written to.
    private int[]? PlanCohorts(CohortTable cohorts, Span<PlannedSegment> segments)
    {
        var most = 1 + segments.Length / SelectiveShare;
        var few = new List<int>();
        bool[]? region = query.RegionKind == RegionKind.Training ? [.. regionKey.Select(key => key >= 0)] : null;
        var course = query.Course is null ? null : dimensions.Courses.Select(c => c == query.Course);
        var funding = query.Funder is null ? null : dimensions.Fundings.FundersOf.Select(some => some.Any(f => dimensions.Funders[f] == query.Funder)).ToArray();
        var kind = dimensions.CourseKinds.Select(k => !rule.ExcludeCourseKinds.Contains(k));
        var candidates = Candidates(segments.Length, (cohorts.ByRegion, region), (cohorts.ByCourse, course), (cohorts.ByFunding, funding));
        var codes = cohorts.Codes;
        for (var n = 0; n < (candidates?.Length ?? segments.Length); n++)
        {
            var i = candidates is null ? n : candidates[n];
            ref readonly var c = ref codes[i];
            if (c.Region < 0 || region?[c.Region] == false) continue;
            if (!kind[c.CourseKind] || course?[c.Course] == false || funding?[c.Funding] == false) continue;
            var accept = Accepted(cohorts, cohorts.Segments[i]);
            if (accept == 0) continue;
            if (few.Count <= most) few.Add(i);
            ref var planned = ref segments[i];
            planned.Accept = accept;
            planned.Sub = unit == CountedUnit.PersonCourse ? checked((ushort)c.Course) : (ushort)0;
            planned.Key = (keySource, query.By) switch
            {
                (KeySource.Funders, _) => checked((ushort)c.Funding),
                (KeySource.Segment, ReachBy.Region) => checked((ushort)regionKey[c.Region]),
                (KeySource.Segment, _) => checked((ushort)c.Course),
                _ => (ushort)0,
            };
        }

        return few.Count <= most ? [.. few] : null;
    }

    // The segments that pass the filter which passes fewest; null if that is half of all or more, which are walked over as quickly as sought out.
    private static int[]? Candidates(int segments, params ReadOnlySpan<(Func<Groups> By, bool[]? Passes)> filters)
    {
        var (fewest, best) = (segments / 2, ((Groups Groups, bool[] Passes)?)null);
        foreach (var (by, passes) in filters)
        {
            if (passes is null) continue;
            var groups = by();
            var count = groups.Count(passes);
            if (count < fewest) (fewest, best) = (count, (groups, passes));
        }

        return best?.Groups.Of(best.Value.Passes);
    }

    private ushort Accepted(CohortTable cohorts, in CohortSegment s)
    {
        if (query.Measure == Measure.Certified) return ushort.MaxValue;
        if (query.Measure == Measure.FirstTime)
        {
            Widen(s.FirstDay, s.LastDay);
            return s.Present == 0 ? (ushort)0 : ushort.MaxValue;
        }

        if (AtLastDay)
        {
            if (s.CohortLastDay < from || s.CohortLastDay > to) return 0;
            Widen(s.CohortLastDay, s.CohortLastDay);
            return ushort.MaxValue;
        }

        if (s.Present == 0 || s.LastDay < from || s.FirstDay > to) return 0;
        Widen(s.FirstDay, s.LastDay);
        if (s.FirstDay >= from && s.LastDay <= to) return s.Present;
        var accept = 0u;
        var at = s.SessionStart;
        for (uint left = s.Present; left != 0; left &= left - 1)
        {
            var day = cohorts.SessionDay[at++];
            if (day >= from && day <= to) accept |= left & (~left + 1);
        }

        return (ushort)accept;
    }

    private void Widen(int first, int last) => (earliest, latest) = (Math.Min(earliest, first), Math.Max(latest, last));

    private PlannedSessions[] Sessions(CohortTable cohorts)
    {
        var sessions = cohorts.PlannedSessions();
        if (query.Measure != Measure.FirstTime || rule.ExcludeCourseKinds.IsEmpty) return sessions;
        // What a rule leaves out is nobody's first time either.
        sessions = [.. sessions];
        var kind = dimensions.CourseKinds.Select(rule.ExcludeCourseKinds.Contains);
        for (var i = 0; i < sessions.Length; i++)
            if (kind[cohorts.Codes[i].CourseKind]) sessions[i] = default;
        return sessions;
    }

    private PlannedPeople People() => new(dimensions.Profiles)
    {
        HomeKeys = query.RegionKind == RegionKind.Home ? regionKey : null,
        Sex = query.Sex,
        Organisations = query.Organisation is null ? null : dimensions.Organisations.Select(o => question.Organisations.IsWithin(o, query.Organisation)),
        AgeBand = ageBand,
        Key = keySource is KeySource.Profile or KeySource.AgeBand ? query.By : null,
    };

    private static string[] Periods(ReachBy by, int first, int last) => [.. Enumerable.Range(first, last - first + 1).Select(period => ReachDay.PeriodName(by, period))];

    private (string[] Codes, int[][] FunderKeys) KeyCodes() => query.By switch
    {
        ReachBy.Region => (regionKeys.Select(code => code), []),
        ReachBy.Course => (dimensions.Courses.Select(code => code), []),
        ReachBy.Sex => (SexCode.All, []),
        ReachBy.AgeBand => ([.. AgeBand.All], []),
        ReachBy.Organisation => (dimensions.Organisations.Select(code => code), []),
        // A cohort that nobody pays for is in the row with the empty key.
        ReachBy.Funder => (dimensions.Funders.Select(code => code), [.. dimensions.Fundings.FundersOf]),
        _ => ([], []),
    };
}
