using Learning.Domain.Reach;

namespace Learning.Web.Reach;

/// <summary>The answer of <c>GET /api/reach</c>.</summary>
/// <param name="Measure">What is counted.</param>
/// <param name="Rule">Counting rule.</param>
/// <param name="RuleVersion">Its version.</param>
/// <param name="RegionKind">Which region of a participation is meant.</param>
/// <param name="Region">P-code.</param>
/// <param name="AsOf">When it was worked out, UTC.</param>
/// <param name="Total">The figure.</param>
/// <param name="Named">The part of named people: the figure itself, except for headcounts.</param>
/// <param name="Unnamed">Unnamed attendances under the same filters, beside the figure and never in it.</param>
/// <param name="Rows">The rows asked for.</param>
/// <param name="SumOfRows">Sum of the rows' values.</param>
/// <param name="Overlap">What rows count more than once: sum of rows − overlap = total.</param>
public sealed record ReachView(
    Measure Measure, string Rule, int RuleVersion, RegionKind RegionKind, string Region, DateTimeOffset AsOf,
    decimal Total, decimal Named, long Unnamed, IReadOnlyList<ReachViewRow> Rows, decimal SumOfRows, decimal Overlap);
