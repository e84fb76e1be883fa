namespace Learning.Domain.Reach.SmallCells;

/// <summary>One row of a table before small cells are withheld.</summary>
/// <param name="Value">The measure of the row, 0 or more.</param>
/// <param name="People">People behind it; the exact number matters only below the threshold.</param>
/// <param name="Cumulative">For periods: the measure up to the end of the period.</param>
public sealed record CountedRow(decimal Value, int People, decimal? Cumulative = null);
