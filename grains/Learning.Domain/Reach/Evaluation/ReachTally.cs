using System.Collections.Immutable;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Counts distinct units in the total and in each row. Events come person by person, so that a unit is recognised by
/// the mark it left when it was last counted: no set is ever built.
/// </summary>
internal sealed class ReachTally
{
    private readonly ReachPlan plan;
    private readonly int subs;
    private readonly bool periods;
    private readonly int[] seenInTotal;
    private readonly int[] firstKey;
    private readonly int[] seenInRow;
    private readonly long[] rowValue;
    private readonly long[] rowNew;
    private long total;

    /// <summary>Nothing counted yet.</summary>
    public ReachTally(ReachPlan plan)
    {
        this.plan = plan;
        subs = plan.Subs;
        periods = plan.KeySource == KeySource.Period;
        seenInTotal = new int[subs];
        firstKey = new int[periods ? subs : 0];
        seenInRow = new int[plan.Keys * subs];
        rowValue = new long[plan.Keys];
        rowNew = new long[periods ? plan.Keys : 0];
    }

    /// <summary>Counts the unit (<paramref name="mark"/>, <paramref name="sub"/>) once in the total.</summary>
    /// <param name="mark">Person or participation, from 1; a mark never returns once another came.</param>
    /// <param name="sub">Within what it counts once.</param>
    /// <param name="key">The period, if rows are periods.</param>
    /// <returns>Whether it was not counted yet.</returns>
    public bool Total(int mark, int sub, int key)
    {
        if (seenInTotal[sub] != mark)
        {
            seenInTotal[sub] = mark;
            total++;
            if (periods)
            {
                firstKey[sub] = key;
                rowNew[key]++;
            }

            return true;
        }

        if (periods && key < firstKey[sub])
        {
            // It was there earlier than thought.
            rowNew[firstKey[sub]]--;
            rowNew[key]++;
            firstKey[sub] = key;
        }

        return false;
    }

    /// <summary>Counts the unit (<paramref name="mark"/>, <paramref name="sub"/>) once in a row.</summary>
    public void Row(int mark, int sub, int key)
    {
        ref var seen = ref seenInRow[key * subs + sub];
        if (seen == mark) return;
        seen = mark;
        rowValue[key]++;
    }

    /// <summary>Adds seconds to the total.</summary>
    public void TotalSeconds(long seconds, int key)
    {
        total += seconds;
        if (periods) rowNew[key] += seconds;
    }

    /// <summary>Adds seconds to a row.</summary>
    public void RowSeconds(long seconds, int key) => rowValue[key] += seconds;

    /// <summary>What was counted.</summary>
    public ReachPartial ToPartial()
    {
        var rows = ImmutableArray.CreateBuilder<ReachPartialRow>();
        for (var key = 0; key < rowValue.Length; key++)
            if (rowValue[key] != 0) rows.Add(new(plan.KeyCode(key), rowValue[key], periods ? rowNew[key] : 0));
        return new() { Measure = plan.Measure, By = plan.Question.Query.By, Total = total, Rows = rows.ToImmutable() };
    }
}
