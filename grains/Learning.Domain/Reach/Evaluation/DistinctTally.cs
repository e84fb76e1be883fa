using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Counts distinct units in the total and in rows.</summary>
/// <param name="plan">The question in numbers.</param>
internal struct DistinctTally(ReachPlan plan) : IReachTally
{
    private readonly SeenUnits inTotal = new(plan.Subs);
    private readonly SeenUnits inRow = new(plan.Keys * plan.Subs);
    private readonly long[] rows = new long[plan.Keys];
    private readonly int subs = plan.Subs;
    private readonly bool keyed = plan.KeySource != KeySource.None;
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        total += inTotal.Count(sub, mark);
        if (keyed) rows[key] += inRow.Count(key * subs + sub, mark);
        return true;
    }

    /// <summary>What was counted.</summary>
    public readonly ReachPartial ToPartial() => CountedRows.ToPartial(plan, total, rows);
}
