namespace Learning.Domain.Reach.Evaluation;

/// <summary>As <see cref="DistinctTally"/>, with a row for each funder of the cohort.</summary>
internal sealed class FunderTally(ReachPlan plan) : ReachTally(plan)
{
    private readonly int[] seenInTotal = new int[plan.Subs];
    private readonly int[] seenInRow = new int[plan.Keys * plan.Subs];

    /// <inheritdoc/>
    public override void Add(ReadOnlySpan<ReachEvent> events)
    {
        var (rows, subs, total) = (Rows, Plan.Subs, 0L);
        foreach (ref readonly var e in events)
        {
            ref var seen = ref seenInTotal[e.Sub];
            total += seen != e.Mark ? 1 : 0;
            seen = e.Mark;
            foreach (var key in Plan.FunderKeys[e.Key])
            {
                seen = ref seenInRow[key * subs + e.Sub];
                rows[key] += seen != e.Mark ? 1 : 0;
                seen = e.Mark;
            }
        }

        Total += total;
    }
}
