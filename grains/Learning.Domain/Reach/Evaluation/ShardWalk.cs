using System.Numerics;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Walks over the rows of a shard, person by person in the order of numbers, and finds the events of the plan's measure. An event is an
/// attended session, a completion on the cohort's last day, or a certificate on its first day of validity; attended
/// sessions of one row that the query cannot tell apart are one event. The loops write the next event whether or not
/// there is one, and step on only if there is: a branch would have to wait for the cohort's plan to be read.
/// </summary>
internal sealed class ShardWalk(ReachColumns columns, ReachPlan plan, IReachTally tally)
{
    private readonly EventFlow flow = new(plan, columns.Rows, tally);
    private readonly bool perParticipation = plan.Unit == CountedUnit.Participation;
    private readonly int[]? few = columns.PeopleIn(plan.Few);

    private int People => few?.Length ?? columns.PersonNumbers;

    /// <summary>Walks.</summary>
    public void Run()
    {
        switch (plan.Measure)
        {
            case Measure.Completed or Measure.Completions: Completions(); break;
            case Measure.Certified: Certificates(); break;
            case Measure.FirstTime: FirstDays(); break;
            default: Attendances(); break;
        }
    }

    private void Attendances()
    {
        var (rows, segments, events) = (columns.Rows, plan.Segments, flow.Events);
        var (segmentOf, attendedOf, flagsOf) = (rows.Segment, rows.Attended, rows.Flags);
        var unequal = plan.Measure == Measure.ContactHours ? PlannedSessions.Differ : -1;
        var found = 0;
        for (var i = 0; i < People; i++)
        {
            var person = few is null ? i : few[i];
            var (row, end) = columns.RowsOf(person);
            var mark = person + 1;
            for (; row < end; row++)
            {
                if (perParticipation && (flagsOf[row] & RowFlags.Continues) == 0) mark = row + 1;

                ref readonly var segment = ref segments[segmentOf[row]];
                var attended = attendedOf[row] & segment.Accept;
                ref var e = ref events[found];
                e.Person = person;
                e.Row = row;
                e.Mark = mark;
                e.Key = segment.Key;
                e.Sub = segment.Sub;
                e.Year = segment.Year;
                e.Seconds = segment.SecondsEach == unequal ? -1 : BitOperations.PopCount(attended) * segment.SecondsEach;
                found += attended != 0 ? 1 : 0;
                if (found == EventFlow.Capacity) found = flow.Carry(found);
            }
        }

        flow.Carry(found);
    }

    private void Completions()
    {
        var (rows, segments, events) = (columns.Rows, plan.Segments, flow.Events);
        var found = 0;
        for (var i = 0; i < People; i++)
        {
            var person = few is null ? i : few[i];
            var (row, end) = columns.RowsOf(person);
            for (; row < end; row++)
            {
                ref readonly var segment = ref segments[rows.Segment[row]];
                ref var e = ref events[found];
                e.Person = person;
                e.Row = row;
                e.Mark = perParticipation ? row + 1 : person + 1;
                e.Key = segment.Key;
                e.Sub = segment.Sub;
                e.Year = segment.Year;
                // The first row of a participation stands for it.
                found += (segment.Accept != 0) & (rows.Flags[row] == RowFlags.Completed) ? 1 : 0;
                if (found == EventFlow.Capacity) found = flow.Carry(found);
            }
        }

        flow.Carry(found);
    }

    private void Certificates()
    {
        var (rows, segments, events) = (columns.Rows, plan.Segments, flow.Events);
        var asOf = ReachDay.Clamped(plan.Question.AsOf);
        var found = 0;
        for (var i = 0; i < People; i++)
        {
            var person = few is null ? i : few[i];
            var (row, end) = columns.RowsOf(person);
            var mark = person + 1;
            for (; row < end; row++)
            {
                if (perParticipation && (rows.Flags[row] & RowFlags.Continues) == 0) mark = row + 1;

                if (rows.CertificateFrom[row] > asOf || rows.CertificateTo[row] < asOf) continue;
                ref readonly var segment = ref segments[rows.Segment[row]];
                events[found] = plan.On(rows.CertificateFrom[row], segment, person, row, mark);
                found += segment.Accept != 0 ? 1 : 0;
                if (found == EventFlow.Capacity) found = flow.Carry(found);
            }
        }

        flow.Carry(found);
    }

    private void FirstDays()
    {
        var (rows, segments, events) = (columns.Rows, plan.Segments, flow.Events);
        var found = 0;
        for (var i = 0; i < People; i++)
        {
            var person = few is null ? i : few[i];
            var (first, end) = columns.RowsOf(person);
            var firstDay = FirstDay(first, end);
            if (firstDay < plan.From || firstDay > plan.To) continue;
            var mark = person + 1;
            for (var row = first; row < end; row++)
            {
                if (perParticipation && (rows.Flags[row] & RowFlags.Continues) == 0) mark = row + 1;

                if (plan.FirstDay(rows.Segment[row], rows.Attended[row]) != firstDay) continue;
                ref readonly var segment = ref segments[rows.Segment[row]];
                events[found] = plan.On(firstDay, segment, person, row, mark);
                found += segment.Accept != 0 ? 1 : 0;
                if (found == EventFlow.Capacity) found = flow.Carry(found);
            }
        }

        flow.Carry(found);
    }

    // The first day on which the person attended anything that the counting rule counts, whatever the filters.
    private int FirstDay(int row, int end)
    {
        var (rows, rule, day) = (columns.Rows, flow.Rule, int.MaxValue);
        for (; row < end; row++)
            if (!rule.Limits || rule.Counts(row)) day = Math.Min(day, plan.FirstDay(rows.Segment[row], rows.Attended[row]));
        return day;
    }
}
