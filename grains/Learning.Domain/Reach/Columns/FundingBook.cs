using System.Collections.Immutable;
using Learning.Domain.Reach.Donors;

namespace Learning.Domain.Reach.Columns;

/// <summary>The ways in which cohorts are funded, as small numbers: many cohorts, few ways. Number 0 is "no donor pays".</summary>
internal sealed class FundingBook
{
    private readonly CodeBook funders;
    private readonly Dictionary<ImmutableArray<FunderShare>, int> numbers = new(InOrder<FunderShare>.Equal);
    private readonly List<ImmutableArray<FunderShare>> all = [];
    private readonly List<int[]> fundersOf = [];

    /// <summary>Knows the cohort that no donor pays for.</summary>
    /// <param name="funders">Numbers of the funders.</param>
    public FundingBook(CodeBook funders)
    {
        this.funders = funders;
        Number(Funding.Of([]));
    }

    /// <summary>Each way, at its number.</summary>
    public IReadOnlyList<ImmutableArray<FunderShare>> All => all;

    /// <summary>The numbers of the funders of each way, ascending, at its number; the empty code's where nobody pays.</summary>
    public IReadOnlyList<int[]> FundersOf => fundersOf;

    /// <summary>The number of a way of funding.</summary>
    public int Number(ImmutableArray<FunderShare> funding)
    {
        if (numbers.TryGetValue(funding, out var number)) return number;
        numbers.Add(funding, number = all.Count);
        all.Add(funding);
        var named = funding.Where(share => share.Funder.Length > 0).Select(share => funders.Number(share.Funder)).Order().ToArray();
        fundersOf.Add(named.Length == 0 ? [funders.Number("")] : named);
        return number;
    }
}
