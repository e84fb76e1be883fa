using System.Collections.Immutable;

namespace Learning.Domain.Reach.Donors;

/// <summary>Who pays which part of a cohort, from the shares of its grants.</summary>
public static class Funding
{
    private const long Millionths = 1_000_000;

    /// <summary>
    /// The parts of the funders, in the order of their codes; they add up to the whole cohort. A share that is agreed
    /// stands as it is. Grants without one share equally what the others leave over, so without any agreed share all are
    /// equal. What no grant covers has the empty code: no donor may claim it. A cohort without grants is all of that.
    /// </summary>
    /// <param name="grants">Funder and agreed share of each grant, in millionths; several grants may be of one funder.</param>
    /// <exception cref="ArgumentException">A share is negative, or together they are more than the whole.</exception>
    public static ImmutableArray<FunderShare> Of(IReadOnlyCollection<(string Funder, int? Millionths)> grants)
    {
        var left = Millionths - grants.Sum(g => (long)(g.Millionths ?? 0));
        if (left < 0 || grants.Any(g => g.Millionths < 0)) throw new ArgumentException("The shares of the grants are more than the whole, or less than nothing.", nameof(grants));
        var open = grants.Count(g => g.Millionths is null);
        var of = Millionths * Math.Max(1, open);
        var parts = grants.Select(g => (g.Funder, Parts: g.Millionths is { } agreed ? agreed * (of / Millionths) : left));
        if (open == 0 && left > 0) parts = parts.Append(("", left));
        return
        [
            .. parts.GroupBy(p => p.Funder, StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Reduced(g.Key, g.Sum(p => p.Parts), of)),
        ];
    }

    private static FunderShare Reduced(string funder, long parts, long of)
    {
        var by = (long)System.Numerics.BigInteger.GreatestCommonDivisor(parts, of);
        return new(funder, parts / by, of / by);
    }
}
