using Learning.Domain.Reach;

namespace Learning.Tests.Reach;

/// <summary>One shard of 70,000 people, fifty cohorts of a course each: a question about one of them is answered from the shard's index.</summary>
public sealed class LargeShardTests
{
    private const int People = 70_000, Cohorts = 50;

    private static readonly CountingRule Rule = new() { Id = "once-ever" };

    [Fact]
    public void Those_of_one_course_are_found_whoever_left_came_or_changed_since_the_shard_was_indexed()
    {
        var shard = new ReachColumns(new ReachDimensions(), Enumerable.Range(0, People).Select(i => new PersonFacts(i, i % 7 == 0 ? [] : [In(i % Cohorts)])));
        for (var c = 0; c < Cohorts; c++)
            shard.ReplaceCohort(new() { Id = $"c{c}", CourseCode = $"C-{c}", Region = "MN6416", Sessions = [new SessionFact(1, new(2018, 3, 5), 4)] });
        var expected = Enumerable.Range(0, People).Where(i => i % 7 != 0 && i % Cohorts == 3).ToList();
        Assert.Equal(expected, Found(shard));

        // One of the course leaves it, one of those who took part in nothing comes to it, one of another comes as well, and somebody new.
        shard.Replace(53, [In(4)]);
        shard.Replace(69_993, [In(3)]);
        shard.Replace(69_999, [In(69_999 % Cohorts), In(3)]);
        shard.Replace(People, [In(3)]);
        Assert.Contains(53, expected);
        expected.Remove(53);
        expected.AddRange([69_999, 69_993, People]);
        Assert.Equal(expected.Distinct().Order(), Found(shard));
        shard.Compact();
        Assert.Equal(expected.Distinct().Order(), Found(shard));
    }

    private static IEnumerable<int> Found(ReachColumns shard)
    {
        var question = Fixture.Ask(new() { Course = "C-3" }, Rule);
        var people = ReachEvaluation.People(shard, question);
        Assert.Equal(people.Length, ReachEvaluation.Evaluate(shard, question).Total);
        return people;
    }

    private static ParticipationFact In(int cohort) => new() { CohortId = $"c{cohort}", HomeRegion = "MN6416", Attended = [1] };
}
