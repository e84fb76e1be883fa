using System.Collections.Immutable;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Makes the answer of what was counted.</summary>
internal static class CountedRows
{
    /// <summary>The answer.</summary>
    /// <param name="plan">The question in numbers.</param>
    /// <param name="total">What was counted in all.</param>
    /// <param name="rows">What was counted in each row, at its key.</param>
    /// <param name="newIn">What came new in each period, at its key; empty if rows are not periods.</param>
    public static ReachPartial ToPartial(ReachPlan plan, long total, ReadOnlySpan<long> rows, ReadOnlySpan<long> newIn = default)
    {
        var counted = ImmutableArray.CreateBuilder<ReachPartialRow>();
        for (var key = 0; key < rows.Length; key++)
            if (rows[key] != 0) counted.Add(new(plan.KeyCode(key), rows[key], newIn.Length > 0 ? newIn[key] : 0));
        return new() { Measure = plan.Measure, By = plan.Question.Query.By, Total = total, Rows = counted.ToImmutable() };
    }
}
