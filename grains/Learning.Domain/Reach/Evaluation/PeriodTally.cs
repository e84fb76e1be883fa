using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>As <see cref="DistinctTally"/>, with rows of periods, and in each the units that were in no earlier one.</summary>
/// <param name="plan">The question in numbers.</param>
internal struct PeriodTally(ReachPlan plan) : IReachTally
{
    private readonly SeenUnits inTotal = new(plan.Subs);
    private readonly SeenUnits inRow = new(plan.Keys * plan.Subs);
    private readonly long[] rows = new long[plan.Keys];
    private readonly int[] firstPeriod = new int[plan.Subs];
    private readonly long[] newIn = new long[plan.Keys];
    private readonly int subs = plan.Subs;
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        // A person's rows are in no order of time, so the first period of a unit is known when the next one comes.
        var isNew = inTotal.Count(sub, mark);
        ref var first = ref firstPeriod[sub];
        newIn[first] += isNew;
        first = FirstPeriod.Of(first, key, isNew);
        total += isNew;
        rows[key] += inRow.Count(key * subs + sub, mark);
        return true;
    }

    /// <inheritdoc/>
    public readonly ReachPartial ToPartial()
    {
        // The last units are still to be counted, and before the first ones period 0 was, for nobody.
        for (var sub = 0; sub < subs; sub++)
        {
            if (!inTotal.Any(sub)) continue;
            newIn[0]--;
            newIn[firstPeriod[sub]]++;
        }

        return CountedRows.ToPartial(plan, total, rows, newIn);
    }
}
