using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Silo.Content;

namespace Learning.Tests.Reach;

/// <summary>
/// Five people counted by hand under the four rules that ship. A cross is a day attended, ✓ a completion.
/// <code>
///          LAW 2018-03-05/06   LAW 2018-09-30/10-01   ХАБ 2019-02-01   INFO 2017-11-20
/// Ариун      x x ✓               x x ✓                                     x
/// Болд       x -                                        x ✓
/// Өлзий                          - x                    x
/// Үүрээ                                                                    x
/// Дорж       x x ✓
/// reporting year (from 1 October): 2017, 2017 | 2018,  2018,               2017
/// </code>
/// </summary>
public sealed class FourRulesTests
{
    private static readonly ImmutableDictionary<string, CountingRule> Rules =
        CountingRuleFile.ReadFolder(CountingRuleFileTests.Folder).ToImmutableDictionary(r => r.Id);

    private static readonly ReachColumns Shard = Load();

    [Theory]
    // Everybody; Үүрээ too, who came to the information event only.
    [InlineData("once-ever", Measure.Reached, 5)]
    // Ариун 3, Болд 2, Өлзий 2, Үүрээ 1, Дорж 1.
    [InlineData("cumulative-contacts", Measure.Participations, 9)]
    // Year to September 2018: Ариун, Болд, Дорж. Year after: Ариун, Болд, Өлзий. Information events do not count.
    [InlineData("once-per-reporting-year", Measure.Reached, 6)]
    // Ариун, Болд, Дорж.
    [InlineData("completers-once-ever", Measure.Completed, 3)]
    public void Each_rule_gives_its_own_number(string rule, Measure measure, int expected)
    {
        Assert.Equal(measure, Rules[rule].Measure);
        Assert.Equal(expected, Ask(rule, new() { Measure = measure }).Total);
    }

    [Fact]
    public void Once_per_reporting_year_adds_up_over_reporting_years()
    {
        var first = Ask("once-per-reporting-year", new() { From = new(2017, 10, 1), To = new(2018, 9, 30) });
        var second = Ask("once-per-reporting-year", new() { From = new(2018, 10, 1), To = new(2019, 9, 30) });

        Assert.Equal((3m, 3m), (first.Total, second.Total));
    }

    [Fact]
    public void The_running_total_rises_only_with_people_not_seen_before()
    {
        var answer = Ask("once-ever", new() { By = ReachBy.Year });

        Assert.Equal<ReachRow>([new("2017", 2, 2), new("2018", 4, 5), new("2019", 2, 5)], answer.Rows.ToArray());
        Assert.Equal((5m, 8m, 3m), (answer.Total, answer.SumOfRows, answer.Overlap));
    }

    [Fact]
    public void Months_without_anybody_keep_the_running_total()
    {
        var answer = Ask("once-ever", new() { By = ReachBy.Month, From = new(2018, 9, 1) });

        Assert.Equal<ReachRow>(
            [new("2018-09", 1, 1), new("2018-10", 2, 2), new("2018-11", 0, 2), new("2018-12", 0, 2), new("2019-01", 0, 2), new("2019-02", 2, 3)],
            answer.Rows.ToArray());
    }

    [Fact]
    public void First_time_is_the_first_mark_of_all_and_not_of_those_that_pass_the_filter()
    {
        // Ариун came first to the information event of 2017, so the first course of 2018 is Болд's and Дорж's first.
        Assert.Equal(2, Ask("once-ever", new() { Measure = Measure.FirstTime, Course = "LAW", To = new(2018, 3, 31) }).Total);
        Assert.Equal(3, Ask("once-ever", new() { Measure = Measure.Reached, Course = "LAW", To = new(2018, 3, 31) }).Total);
    }

    [Fact]
    public void Contact_hours_are_exact_to_the_hundredth_of_an_hour()
    {
        // LAW 1: five marks of 3.35 h; LAW 2: three of 3.35 h; ХАБ: two of 8 h; INFO: two of 0.1 h.
        Assert.Equal(43m, Ask("once-ever", new() { Measure = Measure.ContactHours }).Total);
        Assert.Equal(0.2m, Ask("once-ever", new() { Measure = Measure.ContactHours, Course = "INFO" }).Total);
    }

    [Fact]
    public void A_figure_opens_to_its_people_and_participations()
    {
        var question = Question("once-ever", new() { Measure = Measure.Completed, By = ReachBy.Course });

        Assert.Equal<int>([0, 1, 4], ReachEvaluation.People(Shard, question).ToArray());
        Assert.Equal<int>([0, 4], ReachEvaluation.People(Shard, question, row: "LAW").ToArray());
        Assert.Equal<ReachUnit>(
            [new(1, CohortId: "хаб"), new(2, CohortId: "хаб")],
            ReachEvaluation.Units(Shard, Question("once-ever", new() { Measure = Measure.Participations, Course = "ХАБ" })).ToArray());
    }

    private static ReachAnswer Ask(string rule, ReachQuery query) => ReachEvaluation.Evaluate(Shard, Question(rule, query)).ToAnswer();

    private static ReachQuestion Question(string rule, ReachQuery query) => Fixture.Ask(query, Rules[rule]);

    private static ReachColumns Load()
    {
        var shard = new ReachColumns();
        shard.ReplaceCohort(Cohort("law1", "LAW", "training", 3.35m, new(2018, 3, 5), new(2018, 3, 6)));
        shard.ReplaceCohort(Cohort("law2", "LAW", "training", 3.35m, new(2018, 9, 30), new(2018, 10, 1)));
        shard.ReplaceCohort(Cohort("хаб", "ХАБ", "training", 8m, new DateOnly(2019, 2, 1)));
        shard.ReplaceCohort(Cohort("info", "INFO", "information", 0.1m, new DateOnly(2017, 11, 20)));
        shard.Replace(0, [In("law1", true, 1, 2), In("law2", true, 1, 2), In("info", false, 1)]);
        shard.Replace(1, [In("law1", false, 1), In("хаб", true, 1)]);
        shard.Replace(2, [In("law2", false, 2), In("хаб", false, 1)]);
        shard.Replace(3, [In("info", false, 1)]);
        shard.Replace(4, [In("law1", true, 1, 2)]);
        return shard;
    }

    private static CohortFact Cohort(string id, string course, string kind, decimal hours, params DateOnly[] days) => new()
    {
        Id = id,
        CourseCode = course,
        CourseKind = kind,
        Region = "MN6416",
        Sessions = [.. days.Select((day, i) => new SessionFact(i + 1, day, hours))],
    };

    private static ParticipationFact In(string cohort, bool completed, params int[] attended) =>
        new() { CohortId = cohort, HomeRegion = "MN6416", Attended = [.. attended], Completed = completed };
}
