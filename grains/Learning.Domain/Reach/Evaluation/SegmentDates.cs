using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// In which month, year and reporting year each cohort segment lies, as far as the query tells those apart; a segment
/// that lies in several is divided.
/// </summary>
internal sealed class SegmentDates(ReachBy? by, CountedUnit unit, ReportingYears years, bool atLastDay, int firstPeriod, int firstYear)
{
    private readonly List<PlannedSegment[]> parts = [];
    private readonly PlannedSegment[] found = new PlannedSegment[CohortSegment.Most];

    /// <summary>The parts of the segments that are divided.</summary>
    public PlannedSegment[][] Parts => [.. parts];

    /// <summary>Puts them into the plan of the segments.</summary>
    /// <param name="cohorts">The cohorts.</param>
    /// <param name="segments">The plan of each segment.</param>
    /// <param name="few">Those that pass; <see langword="null"/> if they are too many to be listed.</param>
    public void Plan(CohortTable cohorts, Span<PlannedSegment> segments, int[]? few)
    {
        if (few is null)
        {
            for (var i = 0; i < segments.Length; i++)
                if (segments[i].Accept != 0) Plan(cohorts, cohorts.Segments[i], ref segments[i]);
        }
        else
        {
            foreach (var i in few) Plan(cohorts, cohorts.Segments[i], ref segments[i]);
        }
    }

    private void Plan(CohortTable cohorts, in CohortSegment s, ref PlannedSegment planned)
    {
        if (atLastDay)
        {
            planned = On(s.CohortLastDay, planned);
            return;
        }

        var first = On(s.FirstDay, planned);
        if (Same(first, On(s.LastDay, planned)))
        {
            planned = first;
            return;
        }

        parts.Add(Divide(cohorts, s, planned));
        planned.Year = PlannedSegment.Divided;
        planned.Parts = parts.Count - 1;
    }

    private PlannedSegment[] Divide(CohortTable cohorts, in CohortSegment s, PlannedSegment whole)
    {
        var count = 0;
        var at = s.SessionStart;
        for (uint left = s.Present; left != 0; left &= left - 1, at++)
        {
            var session = left & (~left + 1);
            if ((whole.Accept & session) == 0) continue;
            var part = On(cohorts.SessionDay[at], whole);
            var known = count - 1;
            while (known >= 0 && !Same(found[known], part)) known--;
            if (known < 0)
            {
                found[known = count++] = part;
                found[known].Accept = 0;
            }

            found[known].Accept |= (ushort)session;
        }

        return found.AsSpan(0, count).ToArray();
    }

    private PlannedSegment On(int day, PlannedSegment planned)
    {
        planned.Year = (short)ReachDay.YearOf(day);
        if (unit == CountedUnit.PersonYear) planned.Sub = (ushort)(years.Of(day) - firstYear);
        if (by is ReachBy.Month or ReachBy.Year) planned.Key = (ushort)(ReachPlan.PeriodOf(by, day) - firstPeriod);
        return planned;
    }

    private static bool Same(in PlannedSegment a, in PlannedSegment b) => a.Key == b.Key && a.Sub == b.Sub && a.Year == b.Year;
}
