using System.Collections.Immutable;

namespace Learning.Domain.Reach.SmallCells;

/// <summary>What may be shown of a table to somebody who is not to learn of single people.</summary>
/// <param name="Total">The figure; <see langword="null"/> if fewer people than the threshold are behind it.</param>
/// <param name="Rows">As many as there were, or none if no row may be shown, not even which rows there are.</param>
/// <param name="SumOfRows">The sum of all rows, withheld ones too; <see langword="null"/> if no row may be shown.</param>
public sealed record ShownTable(decimal? Total, ImmutableArray<ShownRow> Rows, decimal? SumOfRows)
{
    /// <summary>Sum of rows − total, where both are shown.</summary>
    public decimal? Overlap => SumOfRows - Total;

    /// <summary>Whether anything is withheld.</summary>
    public bool IsWithheld => SumOfRows is null || Rows.Any(r => r.Value is null);
}
