using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>As <see cref="DistinctTally"/> where everybody counts once, whatever in: the question asked most, in half the time.</summary>
/// <param name="plan">The question in numbers.</param>
internal struct PeopleTally(ReachPlan plan) : IReachTally
{
    private readonly SeenUnits inRow = new(plan.Keys);
    private readonly long[] rows = new long[plan.Keys];
    private readonly bool keyed = plan.KeySource != KeySource.None;
    private int last;
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        total += mark != last ? 1 : 0;
        last = mark;
        if (!keyed) return false;
        rows[key] += inRow.Count(key, mark);
        return true;
    }

    /// <inheritdoc cref="DistinctTally.ToPartial"/>
    public readonly ReachPartial ToPartial() => CountedRows.ToPartial(plan, total, rows);
}
