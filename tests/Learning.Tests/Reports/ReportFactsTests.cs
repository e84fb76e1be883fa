using CsCheck;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reports;
using Learning.Domain.Trainees;
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
                foreach (var (query, rule) in questions)
                    Assert.Equal(world.Naive(query with { By = null }, rule).Total, world.Facts(query, rule).Sum(facts => ReportFacts.Units(Fixture.Ask(query, rule), facts).Values.Sum()));
            },
            iter: 4_000);

    [Fact]
    public void What_changed_person_by_person_comes_to_the_difference_of_two_figures() =>
        Gen.Select(History, History, Gen.Select(Histories.Query, Histories.Rule).Array[8]).Sample(
            (before, after, questions) =>
            {
                var world = new World(1, true);
                foreach (var change in before) world.Apply(change);
                var then = questions.Select(q => (Facts(world, q.Item1, q.Item2), world.Naive(q.Item1 with { By = null }, q.Item2).Total)).ToList();
                foreach (var change in after) world.Apply(change);
                foreach (var ((query, rule), (was, total)) in questions.Zip(then))
                {
                    // As a report is compared: from its text, in the words of the question of today.
                    var (old, now, question) = (ReportFacts.Read(new StringReader(was.ToText())), Facts(world, query, rule), Fixture.Ask(query, rule));
                    decimal Worth(ReportFacts facts, string person) => ReportFacts.Units(question, facts.All.Where(f => f.TraineeId == person)).Values.Sum();
                    var people = old.All.Concat(now.All).Select(f => f.TraineeId).Distinct();
                    Assert.Equal(world.Naive(query with { By = null }, rule).Total - total, people.Sum(p => Worth(now, p) - Worth(old, p)));
                }
            },
            iter: 500);

    [Fact]
    public void Unnamed_attendances_of_the_sessions_come_to_the_figure_of_unnamed()
    {
        var headcounts = Gen.Select(Gen.Int[1, 3], Gen.OneOf("MN6416", "MN4101", ""), Gen.OneOf("LAW-101", "INFO-1"), Gen.Int[0, 4], Gen.Enum<Sex>()).Array[0, 8];
        Gen.Select(headcounts, Histories.Query).Sample(
            (cells, query) =>
            {
                var facts = cells.Select(c => new HeadcountFact(new(2018, c.Item1, 5), c.Item2, c.Item3, ["SDC"], c.Item5, "25-34", c.Item4) { SessionId = $"{c.Item3}/{c.Item1}" }).ToList();
                var question = Fixture.Ask(query with { By = null }, new CountingRule { Id = "once-ever" });
                var sessions = ReportFacts.Of(question, facts).ToList();
                Assert.Equal(HeadcountReach.Evaluate(facts, question).Total, sessions.Sum(s => s.Count));
                Assert.Equal(sessions.OrderBy(s => s.ToLine(), StringComparer.Ordinal), ReportFacts.Read(new StringReader(new ReportFacts([], 0, sessions).ToText())).Headcounts);
            },
            iter: 1_000);
    }

    [Fact]
    public void Facts_of_the_first_form_are_read_and_written_as_they_were()
    {
        const string text = "t1\tc1\tBIZ-101\tMN6416\tSDC;TRAF\t\t\tfemale\t0\t1:2019-03-02:4\t\t\nunnamed\t3\n";
        var facts = ReportFacts.Read(new StringReader(text));
        Assert.Equal(["SDC", "TRAF"], facts.All.Single().FunderCodes);
        Assert.Equal(text, facts.ToText());
        var cohort = new CohortFact { Id = "c1", CourseCode = "BIZ-101", Region = "MN6416", Funding = Funding.Of([("SDC", 750_000), ("TRAF", null)]), Sessions = [new(1, new(2019, 3, 2), 4)] };
        string Funders(int form) => ReportFacts.Of(Fixture.Ask(new(), new() { Id = "once-ever" }), "t1", [new() { CohortId = "c1", HomeRegion = "", Attended = [1] }], _ => cohort, form).Single().Funders;
        Assert.Equal(("SDC;TRAF", "SDC=3/4;TRAF=1/4"), (Funders(1), Funders(2)));
    }

    [Fact]
    public void The_text_of_facts_reads_as_what_was_written_in_whatever_order_they_came() =>
        Gen.Select(History, Histories.Query, Histories.Rule, Gen.Int[0, 9]).Sample(
            (history, query, rule, unnamed) =>
            {
                var world = new World(1, true);
                foreach (var change in history) world.Apply(change);
                var all = world.Facts(query, rule).SelectMany(f => f).ToList();
                var facts = new ReportFacts([.. all.OrderBy(f => f.ToLine(), StringComparer.Ordinal)], unnamed);
                var read = ReportFacts.Read(new StringReader(facts.ToText()));
                Assert.Equal(facts.All.AsEnumerable(), read.All);
                Assert.Equal(unnamed, read.Unnamed);
                all.Reverse();
                Assert.Equal(facts.Fingerprint, new ReportFacts([.. all], unnamed).Fingerprint);
            },
            iter: 1_000);

    private static ReportFacts Facts(World world, ReachQuery query, CountingRule rule) => new(world.Facts(query, rule).SelectMany(f => f), 0);

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
