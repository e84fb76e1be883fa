namespace Learning.Domain.Reach.Evaluation;

/// <summary>As <see cref="DistinctTally"/>, with rows of periods, and in each the units that were in no earlier one.</summary>
internal sealed class PeriodTally(ReachPlan plan) : ReachTally(plan)
{
    private readonly int[] seenInTotal = new int[plan.Subs];
    private readonly int[] firstPeriod = new int[plan.Subs];
    private readonly long[] newIn = new long[plan.Keys];
    private readonly int[] seenInRow = new int[plan.Keys * plan.Subs];

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<ReachEvent> events)
    {
        var (rows, subs, total) = (Rows, Plan.Subs, 0L);
        foreach (ref readonly var e in events)
        {
            ref var seen = ref seenInTotal[e.Sub];
            ref var first = ref firstPeriod[e.Sub];
            // A person's rows are in no order of time, so the first period of a unit is known when the next one comes.
            var isNew = seen != e.Mark;
            newIn[first] += isNew ? 1 : 0;
            first = isNew ? e.Key : Math.Min(first, e.Key);
            total += isNew ? 1 : 0;
            seen = e.Mark;
        }

        Total += total;
        foreach (ref readonly var e in events)
        {
            ref var seen = ref seenInRow[e.Key * subs + e.Sub];
            rows[e.Key] += seen != e.Mark ? 1 : 0;
            seen = e.Mark;
        }
    }

    /// <inheritdoc/>
    protected override long[] NewInPeriods()
    {
        // The last units are still to be counted, and before the first ones period 0 was, for nobody.
        var complete = (long[])newIn.Clone();
        for (var sub = 0; sub < seenInTotal.Length; sub++)
        {
            if (seenInTotal[sub] == 0) continue;
            complete[0]--;
            complete[firstPeriod[sub]]++;
        }

        return complete;
    }
}
