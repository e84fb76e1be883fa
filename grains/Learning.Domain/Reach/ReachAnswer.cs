using System.Collections.Immutable;

namespace Learning.Domain.Reach;

/// <summary>
/// The answer to one <see cref="ReachQuery"/>. <see cref="SumOfRows"/> − <see cref="Overlap"/> = <see cref="Total"/> always
/// holds when there are rows: distinct totals do not add up, and the overlap says by how much.
/// </summary>
public sealed record ReachAnswer
{
    /// <summary>The figure.</summary>
    public decimal Total { get; init; }

    /// <summary>The rows asked for by <see cref="ReachQuery.By"/>, in key order; empty without it.</summary>
    public ImmutableArray<ReachRow> Rows { get; init; } = [];

    /// <summary>Sum of the rows' values; equals <see cref="Total"/> where there are no rows.</summary>
    public decimal SumOfRows { get; init; }

    /// <summary><see cref="SumOfRows"/> − <see cref="Total"/>: what rows count more than once.</summary>
    public decimal Overlap => SumOfRows - Total;
}
