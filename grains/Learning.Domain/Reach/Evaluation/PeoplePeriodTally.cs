using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>As <see cref="PeriodTally"/> where everybody counts once, whatever in: the question asked most of periods, in three quarters of the time.</summary>
/// <param name="plan">The question in numbers.</param>
internal struct PeoplePeriodTally(ReachPlan plan) : IReachTally
{
    private readonly SeenUnits inRow = new(plan.Keys);
    private readonly long[] rows = new long[plan.Keys];
    private readonly long[] newIn = new long[plan.Keys];
    private int last;
    private int first;
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        // A person's rows are in no order of time, so the first period of somebody is known when the next one comes.
        var isNew = mark != last ? 1 : 0;
        last = mark;
        newIn[first] += isNew;
        first = FirstPeriod.Of(first, key, isNew);
        total += isNew;
        rows[key] += inRow.Count(key, mark);
        return true;
    }

    /// <inheritdoc cref="PeriodTally.ToPartial"/>
    public readonly ReachPartial ToPartial()
    {
        // The last one is still to be counted, and before the first one period 0 was, for nobody.
        if (total > 0)
        {
            newIn[0]--;
            newIn[first]++;
        }

        return CountedRows.ToPartial(plan, total, rows, newIn);
    }
}
