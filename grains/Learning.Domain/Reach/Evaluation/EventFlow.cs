using System.Numerics;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Carries events from the walk to the tally, some hundreds at a time: finds out what the walk left open, and lets
/// through what passes the filters on people. Step by step over small blocks, each step is a loop that the processor
/// runs without waiting for the memory of the others.
/// </summary>
internal sealed class EventFlow(ReachPlan plan, RowStore rows, IReachTally tally)
{
    /// <summary>How many events go at a time.</summary>
    public const int Capacity = 512;

    private readonly ProfileFilter filter = new(plan, rows);
    private readonly ReachEvent[] told = plan.Parts.Length == 0 ? [] : new ReachEvent[Capacity];

    /// <summary>What the counting rule lets count.</summary>
    public RuleFilter Rule { get; } = new(plan, rows);

    /// <summary>Where the walk puts its events, from the front.</summary>
    public ReachEvent[] Events { get; } = new ReachEvent[Capacity];

    /// <summary>Carries the first events on.</summary>
    /// <param name="count">How many.</param>
    /// <returns>0: from there the place is free again.</returns>
    public int Carry(int count)
    {
        var events = Events.AsSpan(0, count);
        events = events[..Rule.Keep(events)];
        if (plan.Measure == Measure.ContactHours) AddUpSeconds(events);
        if (plan.Parts.Length == 0) Pass(events);
        else TellApart(events);
        return 0;
    }

    private void Pass(Span<ReachEvent> events)
    {
        var kept = filter.Keep(events);
        if (kept > 0) tally.Add(events[..kept]);
    }

    private void TellApart(Span<ReachEvent> events)
    {
        var count = 0;
        foreach (ref readonly var e in events)
        {
            // A segment has 64 parts at most.
            if (count > Capacity - 64)
            {
                Pass(told.AsSpan(0, count));
                count = 0;
            }

            if (e.Year != PlannedSegment.Divided) told[count++] = e;
            else count += Divide(e, told.AsSpan(count));
        }

        Pass(told.AsSpan(0, count));
    }

    private int Divide(in ReachEvent whole, Span<ReachEvent> into)
    {
        var count = 0;
        var (segment, attended) = (rows.Segment[whole.Row], rows.Attended[whole.Row]);
        foreach (ref readonly var part in plan.Parts[plan.Segments[segment].Parts].AsSpan())
        {
            if ((attended & part.Accept) == 0) continue;
            ref var e = ref into[count++];
            e = whole;
            (e.Key, e.Sub, e.Year) = (part.Key, part.Sub, part.Year);
            if (plan.Measure == Measure.ContactHours) e.Seconds = plan.Seconds(segment, attended & part.Accept);
        }

        return count;
    }

    private void AddUpSeconds(Span<ReachEvent> events)
    {
        foreach (ref var e in events)
        {
            if (e.Seconds >= 0) continue;
            var segment = rows.Segment[e.Row];
            e.Seconds = plan.Seconds(segment, rows.Attended[e.Row] & plan.Segments[segment].Accept);
        }
    }
}
