using Learning.Domain.Reach.Donors;

namespace Learning.Domain.Reach.SmallCells;

/// <summary>
/// Puts donors together until no combination of those left was behind few people (docs/decisions/0013). Guaranteed: whatever is
/// worked out of the three views so made, by any sums and differences, is a number of nobody or of at least
/// <see cref="Suppression.Threshold"/> people. Cells are not withheld one by one, as in <see cref="Suppression"/>: the three
/// views say the same people in three ways, so that nearly every cell follows from others.
/// </summary>
public static class SmallDonors
{
    /// <summary>Code of the donors put together.</summary>
    public const string Together = "*";

    /// <summary>The donors as they may be shown.</summary>
    /// <param name="donors">The donors, all shards together.</param>
    /// <returns><see langword="null"/> if fewer people than the threshold are behind the figure: then nothing may be shown.</returns>
    public static DonorPartial? Of(DonorPartial donors)
    {
        if (IsSmall(donors.Sets.SelectMany(s => s.People))) return null;
        // The smallest first, of equal ones the first by code.
        var apart = donors.ToReach().SupportedBy.OrderBy(s => s.Value).Select(s => s.Funder).ToList();
        var (together, shown) = (new HashSet<string>(), donors);
        while (apart.Count > 0 && Small(shown) is { Count: > 0 } small)
        {
            var next = apart.Find(small.Contains) ?? apart[0];
            apart.Remove(next);
            together.Add(next);
            shown = With(donors, together);
        }

        return shown;
    }

    /// <summary>
    /// The donors of whom something small would be shown: a combination behind which are few people, or a part of fewer than the
    /// threshold. Such a part may be that of many people, but nobody should have to look twice.
    /// </summary>
    private static HashSet<string> Small(DonorPartial donors)
    {
        var parts = donors.ToReach().Apportioned;
        return
        [
            .. donors.Sets.Where(s => IsSmall(s.People)).SelectMany(s => s.Funders),
            .. parts.Where(p => parts.Length > 1 && p.Value is > 0 and < Suppression.Threshold).Select(p => p.Funder),
        ];
    }

    private static DonorPartial With(DonorPartial donors, HashSet<string> together)
    {
        string Code(string funder) => together.Contains(funder) ? Together : funder;
        return DonorPartial.Sum([donors with
        {
            Sets = [.. donors.Sets.Select(s => s with { Funders = [.. s.Funders.Select(Code).Distinct().Order(StringComparer.Ordinal)] })],
            Parts = [.. donors.Parts.Select(p => p with { Funding = [.. p.Funding.Select(share => share with { Funder = Code(share.Funder) })] })],
        }]);
    }

    private static bool IsSmall(IEnumerable<long> people) => DonorPartial.Some(people).Length is > 0 and < Suppression.Threshold;
}
