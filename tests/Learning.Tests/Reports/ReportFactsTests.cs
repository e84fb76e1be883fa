using CsCheck;
using Learning.Domain.Reach;
using Learning.Domain.Reports;
using Learning.Tests.Reach;

namespace Learning.Tests.Reports;

/// <summary>The facts that a report keeps come to its figure, and their text says all of them.</summary>
public sealed class ReportFactsTests
{
    private static readonly Gen<Change[]> History = Histories.AnyChange.Array[0, 25];

    [Fact]
    public void Facts_kept_with_a_report_come_to_the_figure_that_a_plain_count_gives() =>
        Gen.Select(History, Gen.Select(Histories.Query, Histories.Rule).Array[8]).Sample(
            (history, questions) =>
            {
                var world = new World(1, true);
                foreach (var change in history) world.Apply(change);
                foreach (var (query, rule) in questions.Where(q => q.Item1.Measure != Measure.FirstTime))
                    Assert.Equal(world.Naive(query with { By = null }, rule).Total, world.Facts(query, rule).Sum(facts => ReportFacts.Units(query, rule, facts).Values.Sum()));
            },
            iter: 4_000);

    [Fact]
    public void Who_was_reached_for_the_first_time_has_facts() =>
        Gen.Select(History, Histories.Query, Histories.Rule).Sample(
            (history, query, rule) =>
            {
                var world = new World(1, true);
                foreach (var change in history) world.Apply(change);
                query = query with { Measure = Measure.FirstTime, By = null };
                rule = rule with { OncePer = OncePer.Ever };
                Assert.True(world.Facts(query, rule).Count(facts => facts.Count > 0) >= world.Naive(query, rule).Total);
            },
            iter: 2_000);

    [Fact]
    public void The_text_of_facts_reads_as_what_was_written_in_whatever_order_they_came() =>
        Gen.Select(History, Histories.Query, Histories.Rule, Gen.Int[0, 9]).Sample(
            (history, query, rule, unnamed) =>
            {
                var world = new World(1, true);
                foreach (var change in history) world.Apply(change);
                var all = world.Facts(query, rule).SelectMany(f => f).ToList();
                var facts = new ReportFacts([.. all.OrderBy(f => f.ToLine(), StringComparer.Ordinal)], unnamed);
                var read = ReportFacts.Parse(facts.ToText());
                Assert.Equal(facts.All.AsEnumerable(), read.All);
                Assert.Equal(unnamed, read.Unnamed);
                all.Reverse();
                Assert.Equal(facts.Fingerprint, new ReportFacts([.. all], unnamed).Fingerprint);
            },
            iter: 1_000);

    [Fact]
    public void A_fingerprint_is_the_hash_of_the_sorted_lines()
    {
        var facts = new ReportFacts(
            [
                new ReportFact("t2", "c1", "BIZ-101", "MN6416", "SDC;TRAF", "MN64", "p-1", "male", "1980", "1:2019-03-02:4 2:2019-03-03:4", "", ""),
                new ReportFact("t1", "c1", "BIZ-101", "MN6416", "", "", "", "female", "0", "1:2019-03-02:4", "2019-03-03", "2019-03-04.."),
            ],
            3);
        const string text = "t1\tc1\tBIZ-101\tMN6416\t\t\t\tfemale\t0\t1:2019-03-02:4\t2019-03-03\t2019-03-04..\nt2\tc1\tBIZ-101\tMN6416\tSDC;TRAF\tMN64\tp-1\tmale\t1980\t1:2019-03-02:4 2:2019-03-03:4\t\t\nunnamed\t3\n";
        Assert.Equal(text, facts.ToText());
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text))), facts.Fingerprint);
    }
}
