using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Learning.Domain.Reach.Donors;

/// <summary>
/// Divides a figure up among funders so that the parts add up to it, exactly (docs/decisions/0006).
/// <list type="number">
/// <item><description>Each thing that the figure counts (a person, or a person in one cohort, year or course, as measure and counting
/// rule say) is worth one. It is split equally among the cohorts by which it counts under the filters.</description></item>
/// <item><description>The part of a cohort is split among its funders by the shares of its grants (<see cref="Funding"/>).</description></item>
/// <item><description>The sums are exact fractions. They are rounded down, and what is left over goes to the largest remainders, one each;
/// of equal remainders to the first by funder code (Hamilton's method).</description></item>
/// </list>
/// Example: Болд attended two cohorts, one paid half by A and half by B, one by B alone. He is ½·½ = ¼ of A's people and
/// ½·½ + ½·1 = ¾ of B's.
/// </summary>
public static class Apportioning
{
    /// <summary>The parts, by funder code.</summary>
    /// <param name="parts">The figure by number of cohorts and funding.</param>
    /// <param name="total">The figure, in the unit of <paramref name="parts"/>.</param>
    /// <param name="unit">How many of that unit make one shown: 3600 for seconds shown as hours.</param>
    /// <exception cref="ArgumentException">The parts do not add up to the total.</exception>
    public static ImmutableArray<ApportionedReach> Of(IReadOnlyCollection<DonorPart> parts, long total, int unit = 1)
    {
        var common = parts.SelectMany(p => p.Funding.Select(f => new BigInteger(f.Of) * p.Cohorts)).Distinct().Aggregate(BigInteger.One, LeastCommonMultiple);
        var exact = new SortedDictionary<string, BigInteger>(StringComparer.Ordinal);
        foreach (var part in parts)
            foreach (var share in part.Funding)
                exact[share.Funder] = exact.GetValueOrDefault(share.Funder) + (BigInteger)part.Value * share.Parts * (common / (new BigInteger(share.Of) * part.Cohorts));
        if (exact.Values.Aggregate(BigInteger.Zero, BigInteger.Add) != total * common) throw new ArgumentException("The parts do not add up to the total.", nameof(parts));

        var whole = exact.ToDictionary(e => e.Key, e => (long)(e.Value / common));
        // A stable sort: of equal remainders the first code stays first.
        foreach (var (funder, _) in exact.OrderByDescending(e => e.Value % common).Take((int)(total - whole.Values.Sum()))) whole[funder]++;
        return [.. exact.Where(e => !e.Value.IsZero).Select(e => Row(e.Key, whole[e.Key], e.Value, common * unit, unit))];
    }

    private static ApportionedReach Row(string funder, long whole, BigInteger numerator, BigInteger denominator, int unit)
    {
        var by = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return new(
            funder, unit == 1 ? whole : (decimal)whole / unit,
            (numerator / by).ToString(CultureInfo.InvariantCulture), (denominator / by).ToString(CultureInfo.InvariantCulture));
    }

    private static BigInteger LeastCommonMultiple(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;
}
