using System.Collections.Immutable;

namespace Learning.Domain.Reach.Donors;

/// <summary>
/// One figure seen from its donors, in three ways that answer three questions and are never mixed (domain.md, Several donors):
/// whom a donor's money helped reach, whom donors reached together, and which part each may report when the parts must add up.
/// </summary>
public sealed record DonorReach
{
    /// <summary>The figure itself, everybody once.</summary>
    public decimal Total { get; init; }

    /// <summary>Everybody whom a funder's money helped reach, by funder code. These overlap.</summary>
    public ImmutableArray<SupportedReach> SupportedBy { get; init; } = [];

    /// <summary>What two funders reached together, each pair once in the order of codes, and each funder with itself; pairs without anybody left out.</summary>
    public ImmutableArray<SharedReach> Shared { get; init; } = [];

    /// <summary>The figure divided up by funder code; these add up to <see cref="Total"/>, exactly.</summary>
    public ImmutableArray<ApportionedReach> Apportioned { get; init; } = [];

    /// <summary>Sum of <see cref="SupportedBy"/>.</summary>
    public decimal SumOfSupported => SupportedBy.Sum(s => s.Value);

    /// <summary><see cref="SumOfSupported"/> − <see cref="Total"/>: what several donors helped reach.</summary>
    public decimal Overlap => SumOfSupported - Total;
}
