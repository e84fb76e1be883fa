namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Counts distinct units in the total and in rows. Since all events of a person come in sequence, a unit is known by
/// the mark it left when it was last counted, and no set is ever built. The loops have no branches on whether a unit
/// is new: to the processor that is as good as random.
/// </summary>
internal sealed class DistinctTally(ReachPlan plan) : ReachTally(plan)
{
    private readonly int[] seenInTotal = new int[plan.Subs];
    private readonly int[] seenInRow = new int[plan.Keys * plan.Subs];

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<ReachEvent> events)
    {
        var total = 0L;
        foreach (ref readonly var e in events)
        {
            ref var seen = ref seenInTotal[e.Sub];
            total += seen != e.Mark ? 1 : 0;
            seen = e.Mark;
        }

        Total += total;
        if (Plan.KeySource == KeySource.None) return;
        var (rows, subs) = (Rows, Plan.Subs);
        foreach (ref readonly var e in events)
        {
            ref var seen = ref seenInRow[e.Key * subs + e.Sub];
            rows[e.Key] += seen != e.Mark ? 1 : 0;
            seen = e.Mark;
        }
    }
}
