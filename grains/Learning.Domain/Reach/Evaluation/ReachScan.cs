using System.Numerics;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Walks over the rows of a shard, finds the events of a plan's measure and counts them. An event is an attended
/// session, a completion on the cohort's last day, or a certificate on its first day; all filters but those on the
/// cohort are looked at event by event.
/// </summary>
internal sealed class ReachScan
{
    private readonly ReachPlan plan;
    private readonly ReachColumns columns;
    private readonly RowStore rows;
    private readonly ReachTally tally;
    private readonly int onlyKey;
    private readonly List<ReachUnit>? units;

    /// <summary>Prepares a walk.</summary>
    /// <param name="columns">The shard.</param>
    /// <param name="plan">The question, in numbers.</param>
    /// <param name="units">Takes the units counted; <see langword="null"/> if they are not wanted.</param>
    /// <param name="onlyKey">The row to which events are limited, or −1.</param>
    public ReachScan(ReachColumns columns, ReachPlan plan, List<ReachUnit>? units = null, int onlyKey = -1)
    {
        (this.columns, this.plan, this.units, this.onlyKey) = (columns, plan, units, onlyKey);
        rows = columns.Rows;
        tally = new(plan);
    }

    /// <summary>Counts everything.</summary>
    public ReachTally Run()
    {
        var perParticipation = plan.Unit == CountedUnit.Participation;
        for (var person = 0; person < columns.PersonNumbers; person++)
        {
            var first = columns.Start[person];
            var end = first + columns.RowCount[person];
            var firstDay = plan.Measure == Measure.FirstTime ? FirstDay(first, end) : -1;
            var mark = person + 1;
            var counts = true;
            for (var row = first; row < end; row++)
            {
                if ((rows.Flags[row] & RowFlags.Continues) == 0)
                {
                    counts = Counts(row, end);
                    if (perParticipation) mark = row + 1;
                }

                if (counts) Visit(person, row, mark, firstDay);
            }
        }

        return tally;
    }

    private void Visit(int person, int row, int mark, int firstDay)
    {
        ref readonly var segment = ref plan.Segments[rows.Segment[row]];
        if (segment.Accept == 0) return;
        switch (plan.Measure)
        {
            case Measure.Completed or Measure.Completions:
                if (rows.Flags[row] == RowFlags.Completed) Event(person, row, mark, segment.Year, segment.Sub, segment.Key, 0);
                break;
            case Measure.Certified:
                var asOf = ReachDay.Clamped(plan.Question.AsOf);
                if (rows.CertificateFrom[row] <= asOf && rows.CertificateTo[row] >= asOf && rows.CertificateFrom[row] <= rows.CertificateTo[row])
                    EventOn(rows.CertificateFrom[row], person, row, mark, segment, 0);
                break;
            case Measure.FirstTime:
                if (AttendedOn(row, segment.Accept, firstDay)) EventOn(firstDay, person, row, mark, segment, 0);
                break;
            default:
                Attendance(person, row, mark, segment);
                break;
        }
    }

    private void Attendance(int person, int row, int mark, in PlannedSegment segment)
    {
        var attended = rows.Attended[row] & segment.Accept;
        if (attended == 0) return;
        if (segment.OneMonth)
        {
            var seconds = plan.Measure == Measure.ContactHours ? Seconds(row, attended) : 0;
            Event(person, row, mark, segment.Year, segment.Sub, segment.Key, seconds);
            return;
        }

        ref readonly var sessions = ref plan.Sessions[rows.Segment[row]];
        for (; attended != 0; attended &= attended - 1)
        {
            var at = sessions.At(BitOperations.TrailingZeroCount(attended));
            EventOn(plan.SessionDay[at], person, row, mark, segment, plan.SessionSeconds[at]);
        }
    }

    private void EventOn(int day, int person, int row, int mark, in PlannedSegment segment, long seconds)
    {
        var sub = plan.Unit == CountedUnit.PersonYear ? plan.YearNumber(day) : segment.Sub;
        var key = plan.KeySource == KeySource.Period ? plan.PeriodKey(day) : segment.Key;
        Event(person, row, mark, ReachDay.YearOf(day), sub, key, seconds);
    }

    private void Event(int person, int row, int mark, int year, int sub, int segmentKey, long seconds)
    {
        var key = segmentKey;
        if (plan.Profiles.Length > 0)
        {
            ref readonly var profile = ref plan.Profiles[rows.Profile[row]];
            if (!profile.Accept) return;
            if (plan.AgeBand >= 0 && AgeBand.IndexOf(profile.BirthYear, year) != plan.AgeBand) return;
            if (plan.KeySource == KeySource.Profile) key = profile.Key;
            if (plan.KeySource == KeySource.AgeBand) key = AgeBand.IndexOf(profile.BirthYear, year);
        }

        if (onlyKey >= 0 && (plan.KeySource == KeySource.Funders ? !plan.FunderKeys[key].Contains(onlyKey) : key != onlyKey)) return;
        if (plan.Measure == Measure.ContactHours && seconds == 0) return;
        if (units is null && plan.Measure == Measure.ContactHours)
        {
            tally.TotalSeconds(seconds, key);
            if (plan.KeySource == KeySource.Funders) foreach (var funder in plan.FunderKeys[key]) tally.RowSeconds(seconds, funder);
            else if (plan.KeySource != KeySource.None) tally.RowSeconds(seconds, key);
            return;
        }

        if (tally.Total(mark, sub, key)) units?.Add(Unit(person, row, sub));
        if (plan.KeySource == KeySource.Funders) foreach (var funder in plan.FunderKeys[key]) tally.Row(mark, sub, funder);
        else if (plan.KeySource != KeySource.None) tally.Row(mark, sub, key);
    }

    private ReachUnit Unit(int person, int row, int sub) => plan.Unit switch
    {
        CountedUnit.Participation => new(person, CohortId: columns.Dimensions.CohortOf(rows.Segment[row])),
        CountedUnit.PersonCourse => new(person, Course: columns.Dimensions.CourseCode(sub)),
        CountedUnit.PersonYear => new(person, ReportingYear: plan.FirstYear + sub),
        _ => new(person),
    };

    // Whether the counting rule lets the participation that starts in this row count at all.
    private bool Counts(int row, int end)
    {
        if (plan.CompletersOnly && (rows.Flags[row] & RowFlags.Completed) == 0) return false;
        if (plan.MinSeconds == 0) return true;
        var seconds = Seconds(row, rows.Attended[row]);
        for (row++; row < end && (rows.Flags[row] & RowFlags.Continues) != 0; row++) seconds += Seconds(row, rows.Attended[row]);
        return seconds >= plan.MinSeconds;
    }

    private long Seconds(int row, ulong attended)
    {
        ref readonly var sessions = ref plan.Sessions[rows.Segment[row]];
        var seconds = 0L;
        for (attended &= sessions.Present; attended != 0; attended &= attended - 1)
            seconds += plan.SessionSeconds[sessions.At(BitOperations.TrailingZeroCount(attended))];
        return seconds;
    }

    // The first day on which the person attended anything that the counting rule counts, whatever the filters.
    private int FirstDay(int row, int end)
    {
        var first = int.MaxValue;
        var counts = true;
        for (; row < end; row++)
        {
            if ((rows.Flags[row] & RowFlags.Continues) == 0) counts = Counts(row, end);
            if (!counts) continue;
            ref readonly var sessions = ref plan.Sessions[rows.Segment[row]];
            for (var attended = rows.Attended[row] & sessions.Counted; attended != 0; attended &= attended - 1)
                first = Math.Min(first, plan.SessionDay[sessions.At(BitOperations.TrailingZeroCount(attended))]);
        }

        return first;
    }

    private bool AttendedOn(int row, ulong accept, int day)
    {
        ref readonly var sessions = ref plan.Sessions[rows.Segment[row]];
        for (var attended = rows.Attended[row] & accept; attended != 0; attended &= attended - 1)
            if (plan.SessionDay[sessions.At(BitOperations.TrailingZeroCount(attended))] == day) return true;
        return false;
    }
}
