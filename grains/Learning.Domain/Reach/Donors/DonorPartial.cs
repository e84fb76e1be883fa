using System.Collections.Immutable;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Domain.Reach.Donors;

/// <summary>
/// What one shard knows of donors: whole numbers only, so that the answers of shards, which hold disjoint people, add up
/// exactly. Fractions are worked out once, at the end.
/// </summary>
public sealed record DonorPartial
{
    /// <summary>What was counted.</summary>
    public Measure Measure { get; init; }

    /// <summary>The figure: a number, or seconds for <see cref="Measure.ContactHours"/>.</summary>
    public long Total { get; init; }

    /// <summary>The figure by the set of funders behind each of what it counts; these add up to <see cref="Total"/>.</summary>
    public ImmutableArray<DonorSet> Sets { get; init; } = [];

    /// <summary>The figure by cohorts' funding.</summary>
    public ImmutableArray<DonorPart> Parts { get; init; } = [];

    /// <summary>Adds up the answers of several shards to one question.</summary>
    /// <param name="partials">The answers; none make an empty one.</param>
    public static DonorPartial Sum(IEnumerable<DonorPartial> partials)
    {
        var all = partials as IReadOnlyCollection<DonorPartial> ?? [.. partials];
        return new()
        {
            Measure = all.FirstOrDefault()?.Measure ?? default,
            Total = all.Sum(p => p.Total),
            Sets =
            [
                .. all.SelectMany(p => p.Sets)
                    .GroupBy(s => s.Funders, InOrder<string>.Equal)
                    .Select(g => g.First() with { Value = g.Sum(s => s.Value), People = Some(g.SelectMany(s => s.People)) }),
            ],
            Parts =
            [
                .. all.SelectMany(p => p.Parts)
                    .GroupBy(p => p.Cohorts)
                    .SelectMany(same => same.GroupBy(p => p.Funding, InOrder<FunderShare>.Equal))
                    .Select(g => g.First() with { Value = g.Sum(p => p.Value) }),
            ],
        };
    }

    /// <summary>As many of these people as tell whether they are few.</summary>
    /// <param name="people">Numbers, some of them more than once.</param>
    public static ImmutableArray<long> Some(IEnumerable<long> people) => [.. people.Distinct().Take(Suppression.Threshold)];

    /// <summary>The three views, which are never mixed.</summary>
    public DonorReach ToReach()
    {
        var funders = Sets.SelectMany(s => s.Funders).Distinct().Order(StringComparer.Ordinal).ToList();
        var shared = funders.SelectMany((a, i) => funders.Skip(i).Select(b => new SharedReach(a, b, Shown(Sets.Where(s => s.Funders.Contains(a) && s.Funders.Contains(b)).Sum(s => s.Value)))));
        return new()
        {
            Total = Shown(Total),
            SupportedBy =
            [
                .. funders.Select(f => new SupportedReach(
                    f, Shown(Sets.Where(s => s.Funders.Contains(f)).Sum(s => s.Value)), Shown(Sets.Where(s => s.Funders is [var only] && only == f).Sum(s => s.Value)))),
            ],
            Shared = [.. shared.Where(s => s.Value != 0)],
            Apportioned = Apportioning.Of(Parts, Total, Measure == Measure.ContactHours ? 3600 : 1),
        };
    }

    private decimal Shown(long value) => Measure == Measure.ContactHours ? value / 3600m : value;
}
