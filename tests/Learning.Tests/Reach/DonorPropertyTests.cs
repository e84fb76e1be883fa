using System.Globalization;
using System.Numerics;
using CsCheck;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;

namespace Learning.Tests.Reach;

/// <summary>The donor views against sets of objects and fractions over one fixed denominator.</summary>
public sealed class DonorPropertyTests
{
    // Shares are millionths, three grants share a rest at most, and there are five cohorts at most.
    private static readonly BigInteger Denominator = new BigInteger(1_000_000) * 6 * 60 * 3600;

    private static readonly Gen<(World World, ReachQuery Query, CountingRule Rule)> Asked =
        Gen.Select(Histories.AnyChange.Array[0, 25], Gen.Int[1, 3], Gen.Bool, Histories.Query, Histories.Rule).Select((changes, shards, shared, query, rule) =>
        {
            var world = new World(shards, shared);
            foreach (var change in changes) world.Apply(change);
            return (world, query, rule);
        });

    [Fact]
    public void Supported_and_shared_are_what_sets_say() =>
        Asked.Sample(
            (world, query, rule) =>
            {
                var (donors, units) = (world.Donors(query, rule), world.Units(query, rule));
                var named = units.Select(u => (Funders: u.Cohorts.SelectMany(c => c.Funders.IsEmpty ? [""] : c.Funders.AsEnumerable()).ToHashSet(), u.Value)).ToList();
                var codes = named.SelectMany(u => u.Funders).Distinct().Order(StringComparer.Ordinal).ToList();
                decimal With(params string[] funders) => named.Where(u => funders.All(u.Funders.Contains)).Sum(u => u.Value);

                Assert.Equal(units.Sum(u => u.Value), donors.Total);
                // A session of no hours is worth nothing, and its funder no row.
                Assert.Equal(
                    codes.Select(f => new SupportedReach(f, With(f), named.Where(u => u.Funders.SetEquals([f])).Sum(u => u.Value))),
                    donors.SupportedBy);
                Assert.Equal(
                    codes.SelectMany(a => codes.Where(b => string.CompareOrdinal(a, b) <= 0).Select(b => new SharedReach(a, b, With(a, b)))).Where(s => s.Value != 0),
                    donors.Shared);
                // And what the figure says by funder is the same.
                var answer = world.Engine(query with { By = ReachBy.Funder }, rule);
                Assert.Equal(answer.Rows.Select(r => (r.Key, r.Value)), donors.SupportedBy.Select(s => (s.Funder, s.Value)));
                Assert.Equal(answer.Overlap, donors.Overlap);
            },
            iter: 3_000);

    [Fact]
    public void Apportioned_parts_are_exact_and_add_up_to_the_figure() =>
        Asked.Sample(
            (world, query, rule) =>
            {
                var (donors, units) = (world.Donors(query, rule), world.Units(query, rule));
                var exact = new Dictionary<string, BigInteger>();
                foreach (var (cohorts, value) in units)
                    foreach (var cohort in cohorts)
                        foreach (var (funder, parts, of) in cohort.Funding)
                        {
                            var worth = new BigInteger(value * 3600) * (Denominator / 3600) * parts / of / cohorts.Count;
                            exact[funder] = exact.GetValueOrDefault(funder) + worth;
                        }

                Assert.Equal(exact.Where(e => e.Value > 0).Select(e => e.Key).Order(StringComparer.Ordinal), donors.Apportioned.Select(a => a.Funder));
                Assert.Equal(donors.Total, donors.Apportioned.Sum(a => a.Value), 20);
                var unit = query.Measure == Measure.ContactHours ? 3600 : 1;
                var shown = donors.Apportioned.Select(a => (Row: a, Exact: exact[a.Funder] * unit, Whole: new BigInteger(decimal.Round(a.Value * unit)) * Denominator)).ToList();
                foreach (var (row, part, whole) in shown)
                {
                    Assert.Equal(exact[row.Funder] * Read(row.Denominator), Read(row.Numerator) * Denominator);
                    Assert.InRange(BigInteger.Abs(part - whole), 0, Denominator - 1);
                }

                // Whoever was rounded up had no smaller remainder than whoever was rounded down.
                foreach (var up in shown.Where(s => s.Whole > s.Exact))
                    foreach (var down in shown.Where(s => s.Whole < s.Exact))
                        Assert.True(up.Exact % Denominator >= down.Exact % Denominator);
            },
            iter: 3_000);

    [Fact]
    public void With_one_donor_everything_is_the_figure_itself() =>
        Gen.Select(Histories.Cohort.Array[1, 6], Histories.Participation.Array[0, 4].Array[1, 7], Histories.Query, Histories.Rule).Sample(
            (cohorts, people, query, rule) =>
            {
                var world = new World(2, true);
                foreach (var cohort in cohorts) world.Apply(new Change.Cohort(cohort with { Funding = Funding.Of([("SDC", null)]) }));
                for (var i = 0; i < people.Length; i++) world.Apply(new Change.Person(i, [.. people[i]]));
                var total = world.Engine(query, rule).Total;
                var donors = world.Donors(query, rule);

                Assert.Equal(total, donors.Total);
                Assert.Equal(0, donors.Overlap);
                if (total == 0) return;
                Assert.Equal(new SupportedReach("SDC", total, total), Assert.Single(donors.SupportedBy));
                Assert.Equal(new SharedReach("SDC", "SDC", total), Assert.Single(donors.Shared));
                Assert.Equal(("SDC", total), (donors.Apportioned.Single().Funder, donors.Apportioned.Single().Value));
            },
            iter: 1_000);

    private static BigInteger Read(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture);
}
