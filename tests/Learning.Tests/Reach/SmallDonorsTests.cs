using System.Collections.Immutable;
using CsCheck;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Tests.Reach;

/// <summary>Donors of few people are put together so that nobody can work the few out, and no others.</summary>
public sealed class SmallDonorsTests
{
    private static readonly string[] Codes = ["", "A", "B", "C"];

    /// <summary>Up to 14 people, each helped by one to three of four donors.</summary>
    private static readonly Gen<string[][]> People = Gen.OneOf(Codes).Array[1, 3].Select(f => f.Distinct().Order(StringComparer.Ordinal).ToArray()).Array[0, 14];

    [Fact]
    public void Donors_of_many_people_stay_as_they_are()
    {
        var shown = Shown(Table(("A", 7), ("A B", 6), ("B", 9)))!;
        Assert.Equal<SupportedReach>([new("A", 13, 7), new("B", 15, 9)], shown.SupportedBy);
        Assert.Equal<SharedReach>([new("A", "A", 13), new("A", "B", 6), new("B", "B", 15)], shown.Shared);
    }

    [Fact]
    public void A_donor_of_few_is_put_together_with_the_smallest_other()
    {
        // B has three people of its own. Put together with C, the smaller of the others, it is in a row of twelve.
        var shown = Shown(Table(("A", 30), ("B", 3), ("C", 9)))!;
        Assert.Equal<SupportedReach>([new("*", 12, 12), new("A", 30, 30)], shown.SupportedBy);
        Assert.Equal([("*", 12m), ("A", 30m)], shown.Apportioned.Select(a => (a.Funder, a.Value)));
    }

    [Fact]
    public void Few_whom_two_large_donors_share_put_the_two_together()
    {
        // 23 + 32 − 53 would be the two whom both helped.
        var shown = Shown(Table(("A", 21), ("A B", 2), ("B", 30), ("C", 40)))!;
        Assert.Equal<SupportedReach>([new("*", 53, 53), new("C", 40, 40)], shown.SupportedBy);
        Assert.Equal((93m, 93m, 0m), (shown.Total, shown.SumOfSupported, shown.Overlap));
    }

    [Fact]
    public void Of_fewer_than_five_people_nothing_is_shown() => Assert.Null(SmallDonors.Of(Table(("A", 2), ("B", 2))));

    [Fact]
    public void Many_participations_of_few_people_are_small()
    {
        // Eight participations in cohorts of A are those of two people.
        var few = Table(("B", 20)) with { Total = 28 };
        few = few with { Sets = [.. few.Sets, new(["A"], 8) { People = [1, 2] }], Parts = [.. few.Parts, new(1, [new("A", 1, 1)], 8)] };
        Assert.Equal<SupportedReach>([new("*", 28, 28)], SmallDonors.Of(few)!.ToReach().SupportedBy);
    }

    [Fact]
    public void Whatever_is_worked_out_of_what_is_shown_is_of_nobody_or_of_five() =>
        People.Sample(people =>
        {
            if (Shown(Of(people)) is not { } shown)
            {
                Assert.InRange(people.Length, 1, 4);
                return;
            }

            // Every region of the diagram of the donors shown, told apart with full knowledge of who is where: each number shown, and
            // all sums and differences of them, are sums of regions.
            var apart = shown.SupportedBy.Select(s => s.Funder).Where(f => f != SmallDonors.Together).ToHashSet();
            var regions = people.GroupBy(p => string.Join(' ', p.Select(f => apart.Contains(f) ? f : "*").Distinct().Order(StringComparer.Ordinal)));
            Assert.All(regions, region => Assert.True(region.Count() >= 5, $"{region.Key}: {region.Count()}"));
            Assert.Equal(people.Length, shown.Total);
            Assert.Equal(shown.Total, shown.Apportioned.Sum(a => a.Value));
            Assert.All(shown.SupportedBy, s => Assert.Equal(people.Count(p => p.Any(f => f == s.Funder || (s.Funder == "*" && !apart.Contains(f)))), s.Value));
            Assert.True(shown.Apportioned.Length == 1 || shown.Apportioned.All(a => a.Value is 0 or >= 5), "a small part is shown");
        }, iter: 5_000);

    [Fact]
    public void A_donor_put_together_has_five_possible_figures_or_more_and_so_has_what_it_shares()
    {
        // Every table of up to eight people and three donors, exhaustively, by what is shown of it.
        var tables = Tables(8).Select(t => (Table: t, Shown: Shown(t))).Where(t => t.Shown is not null).ToList();
        foreach (var alike in tables.GroupBy(t => Text(t.Shown!)))
        {
            var apart = alike.First().Shown!.SupportedBy.Select(s => s.Funder).ToHashSet();
            foreach (var hidden in new[] { "A", "B", "C" }.Where(f => !apart.Contains(f)))
            {
                if (!apart.Contains("*")) continue;
                var figures = alike.Select(t => t.Table.ToReach().SupportedBy.SingleOrDefault(s => s.Funder == hidden)?.Value ?? 0).ToHashSet();
                Assert.True(figures.Count >= 5, $"{hidden} is one of {string.Join(", ", figures)} in {alike.Key}");
                foreach (var other in new[] { "A", "B", "C" }.Where(f => f != hidden))
                {
                    var shared = alike.Select(t => Both(t.Table, hidden, other)).ToHashSet();
                    Assert.True(shared.Count >= 5, $"{hidden} and {other} share one of {string.Join(", ", shared)} in {alike.Key}");
                }
            }
        }
    }

    [Fact]
    public void The_people_behind_each_combination_are_told_as_far_as_it_matters() =>
        Gen.Select(Histories.AnyChange.Array[0, 25], Gen.Int[1, 3], Histories.Query, Histories.Rule).Sample(
            (changes, shards, query, rule) =>
            {
                var world = new World(shards, true);
                foreach (var change in changes) world.Apply(change);
                var units = world.UnitsOfPeople(query, rule);
                foreach (var set in world.DonorsOf(query, rule).Sets)
                {
                    var people = units.Where(u => u.Funders.SetEquals(set.Funders)).Select(u => u.Person).Distinct().Count();
                    Assert.Equal(Math.Min(people, Suppression.Threshold), set.People.Length);
                }
            },
            iter: 1_000);

    private static decimal Both(DonorPartial table, string a, string b) => table.Sets.Where(s => s.Funders.Contains(a) && s.Funders.Contains(b)).Sum(s => s.Value);

    private static string Text(DonorReach shown) => string.Join(
        ' ', [.. shown.SupportedBy.Select(s => $"{s.Funder}={s.Value}/{s.Only}"), .. shown.Shared.Select(s => $"{s.Funder}{s.With}={s.Value}"), .. shown.Apportioned.Select(a => $"{a.Funder}:{a.Value}")]);

    private static DonorReach? Shown(DonorPartial table) => SmallDonors.Of(table)?.ToReach();

    private static IEnumerable<DonorPartial> Tables(int most)
    {
        string[] regions = ["A", "B", "C", "A B", "A C", "B C", "A B C"];
        IEnumerable<ImmutableArray<int>> Counts(int at, int left) => at == regions.Length
            ? [[]]
            : Enumerable.Range(0, left + 1).SelectMany(n => Counts(at + 1, left - n).Select(rest => rest.Insert(0, n)));
        return Counts(0, most).Where(c => c.Sum() is > 4).Select(counts => Table([.. regions.Zip(counts).Where(r => r.Second > 0)]));
    }

    /// <summary>People of combinations of donors, each of whom attended one cohort that those donors pay for alike.</summary>
    private static DonorPartial Table(params (string Funders, int People)[] regions) => Of([.. regions.SelectMany(r => Enumerable.Repeat(r.Funders.Split(' '), r.People))]);

    private static DonorPartial Of(string[][] people) => new()
    {
        Total = people.Length,
        Sets = [.. people.Index().GroupBy(p => string.Join('\n', p.Item)).Select(g => new DonorSet([.. g.First().Item], g.Count()) { People = DonorPartial.Some(g.Select(p => (long)p.Index)) })],
        Parts = [.. people.GroupBy(p => string.Join('\n', p)).Select(g => new DonorPart(1, Funding.Of([.. g.First().Where(f => f.Length > 0).Select(f => (f, (int?)null))]), g.Count()))],
    };
}
