using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;

namespace Learning.Tests.Reach;

/// <summary>
/// The worked example of docs/decisions/0006, counted by hand.
/// <code>
///          first (A ½, B ½)   second (B)   third (nobody)   fourth (C 0.6, rest nobody)
/// Ариун         x
/// Болд          x                x
/// Өлзий                                        x
/// Үүрээ                          x             x
/// Дорж                                                               x
/// </code>
/// </summary>
public sealed class DonorTests
{
    private static readonly CountingRule Rule = new() { Id = "once-ever" };

    [Fact]
    public void Five_people_are_divided_up_as_the_decision_says()
    {
        var donors = DonorPartial.Sum([ReachEvaluation.Donors(Load(), Fixture.Ask(new(), Rule))]).ToReach();

        Assert.Equal(5, donors.Total);
        // Everybody in a cohort that the donor pays for; alone: Өлзий has nobody, Дорж has C, Үүрээ has B and nobody.
        Assert.Equal<SupportedReach>([new("", 2, 1), new("A", 2, 0), new("B", 3, 0), new("C", 1, 1)], donors.SupportedBy);
        Assert.Equal((8m, 3m), (donors.SumOfSupported, donors.Overlap));
        Assert.Equal<SharedReach>(
            [new("", "", 2), new("", "B", 1), new("A", "A", 2), new("A", "B", 2), new("B", "B", 3), new("C", "C", 1)], donors.Shared);
        // A: ½ + ¼. B: ½ + ¾ + ½. Nobody: 1 + ½ + 2/5. C: 3/5. Down: 0, 1, 1, 0; the three left go to ¾ of A, ¾ of B, 9/10 of nobody.
        Assert.Equal<ApportionedReach>(
            [new("", 2, "19", "10"), new("A", 1, "3", "4"), new("B", 2, "7", "4"), new("C", 0, "3", "5")], donors.Apportioned);
    }

    [Fact]
    public void Contact_hours_follow_the_cohort_in_which_they_were_spent()
    {
        var donors = DonorPartial.Sum([ReachEvaluation.Donors(Load(), Fixture.Ask(new() { Measure = Measure.ContactHours }, Rule))]).ToReach();

        // First: two people of 4 h; second, third and fourth: 2, 2 and 1 people of 4 h.
        Assert.Equal(28, donors.Total);
        Assert.Equal<(string, decimal)>([("", 9.6m), ("A", 4m), ("B", 12m), ("C", 2.4m)], donors.Apportioned.Select(a => (a.Funder, a.Value)));
    }

    [Fact]
    public void Equal_remainders_go_to_the_first_by_code() =>
        Assert.Equal<(string, decimal)>(
            [("A", 1), ("B", 1), ("C", 0)],
            Apportioning.Of([new(1, Funding.Of([("C", null), ("A", null), ("B", null)]), 2)], 2).Select(a => (a.Funder, a.Value)));

    [Fact]
    public void Shares_stand_as_agreed_and_the_rest_is_shared_by_those_without_or_is_nobodys()
    {
        Assert.Equal<FunderShare>([new("", 1, 1)], Funding.Of([]));
        Assert.Equal<FunderShare>([new("A", 1, 3), new("B", 2, 3)], Funding.Of([("A", null), ("B", null), ("B", null)]));
        Assert.Equal<FunderShare>([new("A", 3, 5), new("B", 1, 5), new("C", 1, 5)], Funding.Of([("A", 600_000), ("B", null), ("C", null)]));
        Assert.Equal<FunderShare>([new("", 1, 10), new("A", 9, 10)], Funding.Of([("A", 900_000)]));
        Assert.Equal<FunderShare>([new("A", 1, 1), new("B", 0, 1)], Funding.Of([("A", 1_000_000), ("B", null)]));
        Assert.Throws<ArgumentException>(() => Funding.Of([("A", 600_000), ("B", 500_000)]));
    }

    [Theory, InlineData(1), InlineData(6)]
    public void People_whose_cohorts_are_funded_in_more_ways_than_there_are_numbers_for_are_counted_as_well(int cohortsEach)
    {
        // 40 donors, each of a cohort of its own, and 9,000 people in six different ones: nearly nobody's six are another's.
        var random = new Random(2017);
        var shard = new ReachColumns();
        foreach (var donor in Enumerable.Range(0, 40)) shard.ReplaceCohort(Cohort($"c{donor}", ($"D{donor:00}", null)));
        var people = Enumerable.Range(0, 9_000).Select(_ => Enumerable.Range(0, 40).OrderBy(_ => random.Next()).Take(cohortsEach).ToArray()).ToArray();
        for (var i = 0; i < people.Length; i++)
            shard.Replace(i, [.. people[i].Select(donor => new ParticipationFact { CohortId = $"c{donor}", HomeRegion = "MN6416", Attended = [1] })]);

        var donors = DonorPartial.Sum([ReachEvaluation.Donors(shard, Fixture.Ask(new(), Rule))]).ToReach();

        Assert.Equal(9_000, donors.Total);
        Assert.Equal(
            Enumerable.Range(0, 40).Select(d => ($"D{d:00}", people.LongCount(p => p.Contains(d)), people.LongCount(p => p.Contains(d) && p.Length == 1))),
            donors.SupportedBy.Select(s => (s.Funder, (long)s.Value, (long)s.Only)));
        var pairs = from a in Enumerable.Range(0, 40) from b in Enumerable.Range(a, 40 - a) select ($"D{a:00}", $"D{b:00}", people.LongCount(p => p.Contains(a) && p.Contains(b)));
        Assert.Equal(pairs.Where(p => p.Item3 > 0), donors.Shared.Select(s => (s.Funder, s.With, (long)s.Value)));
        Assert.Equal(9_000, donors.Apportioned.Sum(a => a.Value));
    }

    [Fact]
    public void Where_no_cohort_has_a_donor_everybody_is_nobodys_in_each_of_the_views()
    {
        var shard = new ReachColumns();
        foreach (var id in new[] { "first", "second", "third" }) shard.ReplaceCohort(Cohort(id));
        for (var i = 0; i < 7; i++)
            shard.Replace(i, [.. new[] { "first", "second", "third" }.Take(1 + i % 3).Select(cohort => new ParticipationFact { CohortId = cohort, HomeRegion = "MN6416", Attended = [1] })]);

        var donors = DonorPartial.Sum([ReachEvaluation.Donors(shard, Fixture.Ask(new(), Rule))]).ToReach();

        Assert.Equal<SupportedReach>([new("", 7, 7)], donors.SupportedBy);
        Assert.Equal<SharedReach>([new("", "", 7)], donors.Shared);
        Assert.Equal<ApportionedReach>([new("", 7, "7", "1")], donors.Apportioned);
        Assert.Equal(0, donors.Overlap);
    }

    private static ReachColumns Load()
    {
        var shard = new ReachColumns();
        shard.ReplaceCohort(Cohort("first", ("A", 500_000), ("B", 500_000)));
        shard.ReplaceCohort(Cohort("second", ("B", null)));
        shard.ReplaceCohort(Cohort("third"));
        shard.ReplaceCohort(Cohort("fourth", ("C", 600_000)));
        string[][] people = [["first"], ["first", "second"], ["third"], ["second", "third"], ["fourth"]];
        for (var i = 0; i < people.Length; i++)
            shard.Replace(i, [.. people[i].Select(cohort => new ParticipationFact { CohortId = cohort, HomeRegion = "MN6416", Attended = [1] })]);
        return shard;
    }

    private static CohortFact Cohort(string id, params (string, int?)[] grants) => new()
    {
        Id = id,
        CourseCode = "LAW",
        Region = "MN6416",
        Funding = Funding.Of(grants),
        Sessions = [new SessionFact(1, new(2018, 3, 5), 4)],
    };
}
