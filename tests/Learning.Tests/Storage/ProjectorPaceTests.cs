using CsCheck;
using Learning.Silo.Projections;

namespace Learning.Tests.Storage;

public sealed class ProjectorPaceTests
{
    private const int Slots = 8;
    private static readonly TimeSpan Run = TimeSpan.FromMilliseconds(20);

    [Fact]
    public void In_calm_nobody_rests() => Assert.Equal(TimeSpan.Zero, ProjectorPace.Stream.After(Run, Slots, 0).Pause);

    [Theory, InlineData(1), InlineData(15)]
    public void What_one_act_changes_a_moment_later_is_listed_soon(int came) => Assert.Equal(320, ProjectorPace.Calm.After(Run, Slots, came).Pause.TotalMilliseconds);

    [Fact]
    public void While_changes_keep_coming_the_rests_are_ten_times_the_work_of_all_slots()
    {
        var (_, pace) = ProjectorPace.Calm.After(Run, Slots, 3);
        Assert.Equal(1_600, pace.After(Run, Slots, 1).Pause.TotalMilliseconds);
    }

    [Fact]
    public void In_a_flood_the_first_rest_is_long_too_and_those_behind_it()
    {
        var (pause, pace) = ProjectorPace.Calm.After(Run, Slots, 16);
        Assert.Equal(1_600, pause.TotalMilliseconds);
        Assert.Equal(1_600, pace.After(Run, Slots, 1).Pause.TotalMilliseconds);
    }

    [Fact]
    public void A_long_run_is_followed_by_the_rest_that_three_seconds_leave() =>
        Assert.Equal(2_800, ProjectorPace.Stream.After(TimeSpan.FromMilliseconds(100), Slots, 1).Pause.TotalMilliseconds);

    [Fact]
    public void After_a_calm_the_next_rest_is_short_again()
    {
        var (_, pace) = ProjectorPace.Stream.After(Run, Slots, 0);
        Assert.Equal(320, pace.After(Run, Slots, 2).Pause.TotalMilliseconds);
    }

    /// <summary>What comes just after a run began is seen by the next one: it waits for the first, the rest and the second, here as long as the first.</summary>
    [Fact]
    public void Nothing_waits_longer_than_three_seconds_unless_the_runs_alone_do() =>
        Gen.Select(Gen.Double[0, 4_000], Gen.Int[1, 64], Gen.Int[0, 16], Gen.Bool).Sample((milliseconds, slots, came, isStream) =>
        {
            var run = TimeSpan.FromMilliseconds(milliseconds);
            var (rest, _) = (isStream ? ProjectorPace.Stream : ProjectorPace.Calm).After(run, slots, came);
            Assert.True(rest >= TimeSpan.Zero);
            Assert.True(rest == TimeSpan.Zero || run + rest + run <= TimeSpan.FromSeconds(3));
        });
}
