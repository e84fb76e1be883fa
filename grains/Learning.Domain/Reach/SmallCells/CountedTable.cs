using System.Collections.Immutable;

namespace Learning.Domain.Reach.SmallCells;

/// <summary>
/// A table of reach before small cells are withheld. The rows cover the total, and each is a part of it: no row is larger than
/// the total, and their sum is not smaller.
/// </summary>
/// <param name="Total">The figure.</param>
/// <param name="People">People behind it; the exact number matters only below the threshold.</param>
/// <param name="Rows">The rows; for periods in the order of time.</param>
public sealed record CountedTable(decimal Total, int People, ImmutableArray<CountedRow> Rows);
