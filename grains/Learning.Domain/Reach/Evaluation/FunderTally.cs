using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>As <see cref="DistinctTally"/>, with a row for each funder of the cohort.</summary>
/// <param name="plan">The question in numbers.</param>
internal struct FunderTally(ReachPlan plan) : IReachTally
{
    private readonly SeenUnits inTotal = new(plan.Subs);
    private readonly SeenUnits inRow = new(plan.Keys * plan.Subs);
    private readonly long[] rows = new long[plan.Keys];
    private readonly int[][] funders = plan.FunderKeys;
    private readonly int subs = plan.Subs;
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        total += inTotal.Count(sub, mark);
        foreach (var funder in funders[key]) rows[funder] += inRow.Count(funder * subs + sub, mark);
        return true;
    }

    /// <inheritdoc/>
    public readonly ReachPartial ToPartial() => CountedRows.ToPartial(plan, total, rows);
}
