using System.Collections.Immutable;
using Learning.Domain.Reach.Donors;

namespace Learning.Domain.Reach.Columns;

/// <summary>The ways in which cohorts are funded, as small numbers: many cohorts, few ways. Number 0 is "no donor pays".</summary>
internal sealed class FundingBook
{
    private readonly Dictionary<string, int> numbers = [];
    private readonly List<ImmutableArray<FunderShare>> all = [];

    /// <summary>Knows the cohort that no donor pays for.</summary>
    public FundingBook() => Number(Funding.Of([]));

    /// <summary>Each way, at its number.</summary>
    public IReadOnlyList<ImmutableArray<FunderShare>> All => all;

    /// <summary>The number of a way of funding.</summary>
    public int Number(ImmutableArray<FunderShare> funding)
    {
        var key = string.Join('\n', funding);
        if (numbers.TryGetValue(key, out var number)) return number;
        numbers.Add(key, number = all.Count);
        all.Add(funding);
        return number;
    }
}
