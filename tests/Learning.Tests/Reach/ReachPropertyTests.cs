using CsCheck;
using Learning.Domain.Reach;

namespace Learning.Tests.Reach;

public sealed class ReachPropertyTests
{
    private static readonly Gen<(Change[] Changes, int Shards, bool Shared)> History =
        Gen.Select(Histories.AnyChange.Array[0, 25], Gen.Int[1, 3], Gen.Bool);

    [Fact]
    public void Any_history_and_any_query_give_what_a_plain_count_gives() =>
        Gen.Select(History, Gen.Select(Histories.Query, Histories.Rule).Array[8]).Sample(
            (history, questions) =>
            {
                var world = new World(history.Shards, history.Shared);
                foreach (var change in history.Changes) world.Apply(change);
                foreach (var (query, rule) in questions) Same(world.Naive(query, rule), world.Engine(query, rule), query);
            },
            iter: 20_000);

    [Fact]
    public void A_shard_of_many_people_that_change_often_gives_what_a_plain_count_gives() =>
        Gen.Select(
            Histories.Cohort.Array[20, 400],
            Histories.Participation.Array[0, 4].Array[1_200, 1_800],
            Gen.Select(Histories.Query, Histories.Rule).Array[10]).Sample(
            (cohorts, people, questions) =>
            {
                var world = new World(1, true);
                foreach (var cohort in cohorts) world.Apply(new Change.Cohort(cohort));
                // Everybody comes twice or more, which leaves rows behind that must be dropped some time.
                for (var i = 0; i < people.Length; i++) world.Apply(new Change.Person(i * 7 % 600, [.. people[i]]));
                foreach (var (query, rule) in questions)
                {
                    Same(world.Naive(query, rule), world.Engine(query, rule), query);
                    if (query.Measure != Measure.ContactHours) Assert.Equal(world.Engine(query, rule).Total, world.Listed(query, rule, row: null));
                }

                // Without filters there are more events than go at a time.
                foreach (var by in Enum.GetValues<ReachBy>())
                {
                    var everything = new ReachQuery { By = by, Measure = Measure.Participations };
                    Same(world.Naive(everything, questions[0].Item2), world.Engine(everything, questions[0].Item2), everything);
                }

                world.Compact();
                // From here on few cohorts are looked up in an index, which a change makes wrong for whom it concerns.
                for (var i = 0; i < 50; i++) world.Apply(new Change.Person(i * 11 % 700, [.. people[i]]));
                foreach (var cohort in cohorts.Take(3)) world.Apply(new Change.Cohort(cohort with { Region = "MN6419" }));
                foreach (var (query, rule) in questions) Same(world.Naive(query, rule), world.Engine(query, rule), query);
            },
            iter: 8);

    [Fact]
    public void Answers_follow_each_change_at_once() =>
        Gen.Select(History, Gen.Select(Histories.Query, Histories.Rule).Array[2]).Sample(
            (history, questions) =>
            {
                var world = new World(history.Shards, history.Shared);
                foreach (var (i, change) in history.Changes.Index())
                {
                    // Compacted, a shard knows who is in which cohort; what changes after that it must not believe.
                    if (i % 6 == 3) world.Compact();
                    world.Apply(change);
                    foreach (var (query, rule) in questions) Same(world.Naive(query, rule), world.Engine(query, rule), query);
                }
            },
            iter: 2_000);

    [Fact]
    public void Every_figure_and_every_row_opens_to_a_list_of_that_length() =>
        Gen.Select(History, Histories.Query.Where(q => q.Measure != Measure.ContactHours), Histories.Rule).Sample(
            (history, query, rule) =>
            {
                var world = new World(history.Shards, history.Shared);
                foreach (var change in history.Changes) world.Apply(change);
                var answer = world.Engine(query, rule);
                Assert.Equal(answer.Total, world.Listed(query, rule, row: null));
                Assert.Equal(world.PeopleOfUnits(query, rule, null), world.People(query, rule, null));
                foreach (var row in answer.Rows)
                {
                    Assert.Equal(row.Value, world.Listed(query, rule, row.Key));
                    Assert.Equal(world.PeopleOfUnits(query, rule, row.Key), world.People(query, rule, row.Key));
                }
            },
            iter: 5_000);

    [Fact]
    public void Repeating_and_reordering_changes_of_different_people_alters_nothing() =>
        Gen.Select(Histories.Cohort.Array[1, 6], Histories.Participation.Array[0, 4].Array[1, 7], Histories.Query, Histories.Rule).Sample(
            (cohorts, people, query, rule) =>
            {
                var changes = cohorts.DistinctBy(c => c.Id).Select(c => (Change)new Change.Cohort(c))
                    .Concat(people.Select((p, i) => new Change.Person(i, [.. p]))).ToList();
                var (once, again) = (new World(1, true), new World(1, true));
                foreach (var change in changes) once.Apply(change);
                foreach (var change in changes.AsEnumerable().Reverse().Concat(changes)) again.Apply(change);
                Same(once.Engine(query, rule), again.Engine(query, rule), query);
            },
            iter: 2_000);

    [Fact]
    public void Without_filters_first_time_adds_up_to_people_reached_once_ever() =>
        Gen.Select(History, Histories.Rule).Sample(
            (history, rule) =>
            {
                var world = new World(history.Shards, history.Shared);
                foreach (var change in history.Changes) world.Apply(change);
                var ever = rule with { OncePer = OncePer.Ever };
                var reached = world.Engine(new() { Measure = Measure.Reached, By = ReachBy.Month }, ever);
                var firstTime = world.Engine(new() { Measure = Measure.FirstTime, By = ReachBy.Month }, ever);
                Assert.Equal(0, firstTime.Overlap);
                var before = 0m;
                foreach (var row in reached.Rows)
                {
                    Assert.Equal(row.Cumulative - before, firstTime.Rows.SingleOrDefault(r => r.Key == row.Key)?.Value ?? 0);
                    before = row.Cumulative!.Value;
                }
            },
            iter: 1_000);

    private static void Same(ReachAnswer expected, ReachAnswer actual, ReachQuery query)
    {
        Assert.Equal(expected.Total, actual.Total);
        Assert.Equal<ReachRow>(expected.Rows.ToArray(), actual.Rows.ToArray());
        Assert.Equal(expected.SumOfRows, actual.SumOfRows);
        Assert.Equal(actual.Total, actual.SumOfRows - actual.Overlap);
        if (query.By is ReachBy.Month or ReachBy.Year && actual.Rows.Length > 0) Assert.Equal(actual.Total, actual.Rows[^1].Cumulative);
    }
}
