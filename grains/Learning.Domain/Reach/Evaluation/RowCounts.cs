using System.Collections.Immutable;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>What was counted in all and in each row, while it is being counted.</summary>
/// <param name="plan">The question in numbers.</param>
internal sealed class RowCounts(ReachPlan plan)
{
    /// <summary>What was counted in each row, at its key.</summary>
    public long[] Rows { get; } = new long[plan.Keys];

    /// <summary>The answer.</summary>
    /// <param name="total">What was counted in all.</param>
    /// <param name="newIn">What came new in each period, at its key; empty if rows are not periods.</param>
    public ReachPartial ToPartial(long total, ReadOnlySpan<long> newIn = default)
    {
        var rows = ImmutableArray.CreateBuilder<ReachPartialRow>();
        for (var key = 0; key < Rows.Length; key++)
            if (Rows[key] != 0) rows.Add(new(plan.KeyCode(key), Rows[key], newIn.Length > 0 ? newIn[key] : 0));
        return new() { Measure = plan.Measure, By = plan.Question.Query.By, Total = total, Rows = rows.ToImmutable() };
    }
}
