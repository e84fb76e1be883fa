using System.Numerics;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Makes the plan of one question from the dimensions. One walk over the cohorts, one over the profiles.</summary>
internal sealed class ReachPlanner
{
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
    private int earliest = int.MaxValue;
    private int latest = -1;

    /// <summary>Prepares to plan.</summary>
    public ReachPlanner(ReachDimensions dimensions, ReachQuestion question)
    {
        (this.dimensions, this.question, query, rule) = (dimensions, question, question.Query, question.Rule);
        unit = UnitOf(query.Measure, rule.OncePer);
        keySource = KeySourceOf(query);
        ageBand = query.AgeBand is { } band ? AgeBand.All.ToList().IndexOf(band) : -1;
        if (query.AgeBand is not null && ageBand < 0) throw new ArgumentException($"{query.AgeBand} is not an age band.", nameof(question));
        dated = keySource is KeySource.AgeBand or KeySource.Period || ageBand >= 0 || unit == CountedUnit.PersonYear;
        // Days outside the range that can be held do not exist, so an empty period stays empty after clamping.
        (from, to) = (0, ReachDay.Never - 1);
        if (query.From is { } f) from = f > ReachDay.Last ? ReachDay.Never : ReachDay.Clamped(f);
        if (query.To is { } t) to = t < ReachDay.First ? -1 : ReachDay.Clamped(t);
        regionKey = RegionScope.Keys(question, dimensions.Regions, regionKeys);
    }

    private bool AtLastDay => query.Measure is Measure.Completed or Measure.Completions;

    /// <summary>Makes the plan.</summary>
    public ReachPlan Plan()
    {
        var cohorts = dimensions.Cohorts;
        var segments = new PlannedSegment[cohorts.Segments.Length];
        PlanCohorts(cohorts, segments);
        if (query.Measure == Measure.Certified) (earliest, latest) = (0, ReachDay.Clamped(question.AsOf));
        if (latest < 0) earliest = latest = 0;
        var firstPeriod = ReachPlan.PeriodOf(query.By, earliest);
        var firstYear = rule.ReportingYearStart.YearStartedBefore(ReachDay.Date(earliest));
        if (dated && query.Measure != Measure.Certified) PlanDates(cohorts, segments, firstPeriod, firstYear);
        var (codes, funderKeys) = KeyCodes();
        return new()
        {
            Question = question,
            Unit = unit,
            KeySource = keySource,
            Segments = segments,
            Sessions = NeedsSessions ? PlanSessions(cohorts) : [],
            Profiles = NeedsProfiles ? PlanProfiles() : [],
            SessionDay = cohorts.SessionDay,
            SessionSeconds = cohorts.SessionSeconds,
            FunderKeys = funderKeys,
            KeyCodes = codes,
            Keys = keySource == KeySource.Period ? ReachPlan.PeriodOf(query.By, latest) - firstPeriod + 1 : codes.Length,
            FirstPeriod = firstPeriod,
            FirstYear = firstYear,
            Subs = unit switch
            {
                CountedUnit.PersonCourse => dimensions.Courses.Count,
                CountedUnit.PersonYear => rule.ReportingYearStart.YearStartedBefore(ReachDay.Date(latest)) - firstYear + 1,
                _ => 1,
            },
            Dated = dated,
            AgeBand = ageBand,
            MinSeconds = MinSeconds,
        };
    }

    private long MinSeconds => (long)decimal.Round(rule.MinHours * 3600);

    private bool NeedsSessions =>
        query.Measure is Measure.FirstTime or Measure.ContactHours || MinSeconds > 0 || (dated && !AtLastDay);

    private bool NeedsProfiles =>
        query.Sex is not null || query.Organisation is not null || query.RegionKind == RegionKind.Home
        || ageBand >= 0 || keySource is KeySource.Profile or KeySource.AgeBand;

    private static CountedUnit UnitOf(Measure measure, OncePer oncePer) => (measure, oncePer) switch
    {
        (Measure.Participations or Measure.Completions or Measure.ContactHours, _) => CountedUnit.Participation,
        (_, OncePer.None) => CountedUnit.Participation,
        (_, OncePer.ReportingYear) => CountedUnit.PersonYear,
        (_, OncePer.Course) => CountedUnit.PersonCourse,
        _ => CountedUnit.Person,
    };

    private static KeySource KeySourceOf(ReachQuery query) => query.By switch
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

    private void PlanCohorts(CohortTable cohorts, PlannedSegment[] segments)
    {
        var course = query.Course is null ? null : dimensions.Courses.Select(c => c == query.Course);
        var kind = dimensions.CourseKinds.Select(k => !rule.ExcludeCourseKinds.Contains(k));
        var funders = query.Funder is null ? null : dimensions.FunderSets.All.Select(set => set.Any(f => dimensions.Funders[f] == query.Funder)).ToArray();
        var training = query.RegionKind == RegionKind.Training;
        for (var i = 0; i < segments.Length; i++)
        {
            ref readonly var s = ref cohorts.Segments[i];
            if (!s.Known || !kind[s.CourseKind] || course?[s.Course] == false || funders?[s.Funders] == false) continue;
            if (training && regionKey[s.Region] < 0) continue;
            ref var planned = ref segments[i];
            planned.Accept = Accepted(cohorts, s);
            planned.OneMonth = !dated;
            planned.Sub = unit == CountedUnit.PersonCourse ? s.Course : 0;
            planned.Key = (keySource, query.By) switch
            {
                (KeySource.Funders, _) => s.Funders,
                (KeySource.Segment, ReachBy.Region) => regionKey[s.Region],
                (KeySource.Segment, _) => s.Course,
                _ => 0,
            };
        }
    }

    private ulong Accepted(CohortTable cohorts, in CohortSegment s)
    {
        if (query.Measure == Measure.Certified) return ulong.MaxValue;
        if (AtLastDay)
        {
            if (s.CohortLastDay < from || s.CohortLastDay > to) return 0;
            Widen(s.CohortLastDay, s.CohortLastDay);
            return ulong.MaxValue;
        }

        if (s.Present == 0 || s.LastDay < from || s.FirstDay > to) return 0;
        Widen(s.FirstDay, s.LastDay);
        if (s.FirstDay >= from && s.LastDay <= to) return s.Present;
        var accept = 0ul;
        var at = s.SessionStart;
        for (var left = s.Present; left != 0; left &= left - 1)
        {
            var day = cohorts.SessionDay[at++];
            if (day >= from && day <= to) accept |= left & (~left + 1);
        }

        return accept;
    }

    private void Widen(int first, int last) => (earliest, latest) = (Math.Min(earliest, first), Math.Max(latest, last));

    // Which segments lie in one month as far as the query sees them, and then in which.
    private void PlanDates(CohortTable cohorts, PlannedSegment[] segments, int firstPeriod, int firstYear)
    {
        for (var i = 0; i < segments.Length; i++)
        {
            ref var planned = ref segments[i];
            if (planned.Accept == 0) continue;
            ref readonly var s = ref cohorts.Segments[i];
            var (first, last) = AtLastDay ? (s.CohortLastDay, s.CohortLastDay) : (s.FirstDay, s.LastDay);
            planned.OneMonth = ReachDay.MonthOf(first) == ReachDay.MonthOf(last);
            if (unit == CountedUnit.PersonYear)
            {
                var year = rule.ReportingYearStart.YearStartedBefore(ReachDay.Date(first));
                planned.OneMonth &= year == rule.ReportingYearStart.YearStartedBefore(ReachDay.Date(last));
                planned.Sub = year - firstYear;
            }

            planned.Year = (short)ReachDay.YearOf(first);
            if (keySource == KeySource.Period) planned.Key = ReachPlan.PeriodOf(query.By, first) - firstPeriod;
        }
    }

    private PlannedSessions[] PlanSessions(CohortTable cohorts)
    {
        var kind = dimensions.CourseKinds.Select(k => !rule.ExcludeCourseKinds.Contains(k));
        var sessions = new PlannedSessions[cohorts.Segments.Length];
        for (var i = 0; i < sessions.Length; i++)
        {
            ref readonly var s = ref cohorts.Segments[i];
            sessions[i] = new() { Present = s.Present, Start = s.SessionStart, EarliestDay = s.FirstDay };
            if (kind[s.CourseKind]) sessions[i].Counted = s.Present;
            var at = s.SessionStart;
            for (var left = s.Present; left != 0; left &= left - 1)
                if (cohorts.SessionDay[at++] == s.FirstDay) sessions[i].Earliest |= left & (~left + 1);
        }

        return sessions;
    }

    private PlannedProfile[] PlanProfiles()
    {
        var home = query.RegionKind == RegionKind.Home;
        var organisation = query.Organisation is null ? null : dimensions.Organisations.Select(o => question.Organisations.IsWithin(o, query.Organisation));
        var planned = new PlannedProfile[dimensions.Profiles.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            var profile = dimensions.Profiles[i];
            planned[i] = new()
            {
                BirthYear = profile.BirthYear,
                Accept = (!home || regionKey[profile.HomeRegion] >= 0)
                    && (query.Sex is null || profile.Sex == query.Sex)
                    && organisation?[profile.Organisation] != false,
                Key = query.By switch
                {
                    ReachBy.Region => regionKey[profile.HomeRegion],
                    ReachBy.Sex => (int)profile.Sex,
                    ReachBy.Organisation => profile.Organisation,
                    _ => 0,
                },
            };
        }

        return planned;
    }

    private (string[] Codes, int[][] FunderKeys) KeyCodes() => query.By switch
    {
        ReachBy.Region => (regionKeys.Select(code => code), []),
        ReachBy.Course => (dimensions.Courses.Select(code => code), []),
        ReachBy.Sex => (SexCode.All, []),
        ReachBy.AgeBand => ([.. AgeBand.All], []),
        ReachBy.Organisation => (dimensions.Organisations.Select(code => code), []),
        // A cohort that nobody pays for is in the row with the empty key.
        ReachBy.Funder => (dimensions.Funders.Select(code => code), [.. dimensions.FunderSets.All.Select(set => set.Length == 0 ? [0] : set)]),
        _ => ([], []),
    };
}
