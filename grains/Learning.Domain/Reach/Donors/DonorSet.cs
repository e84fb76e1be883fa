using System.Collections.Immutable;

namespace Learning.Domain.Reach.Donors;

/// <summary>How much of a figure was reached with money of exactly these funders.</summary>
/// <param name="Funders">Their codes in ordinal order; the empty code for cohorts that no donor pays for.</param>
/// <param name="Value">People or whatever the figure counts; seconds for contact hours.</param>
public sealed record DonorSet(ImmutableArray<string> Funders, long Value)
{
    /// <summary>
    /// Numbers of some of the people behind it: all, or <see cref="SmallCells.Suppression.Threshold"/> of more. That is enough to
    /// say of any union of sets whether few people are behind it.
    /// </summary>
    public ImmutableArray<long> People { get; init; } = [];
}
