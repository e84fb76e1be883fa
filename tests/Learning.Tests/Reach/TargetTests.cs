using CsCheck;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;

namespace Learning.Tests.Reach;

public sealed class TargetTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly ReachQuery Reached = new() { Region = "MN64" };

    [Fact]
    public void A_view_without_a_last_day_has_the_next_target_still_ahead_or_else_the_last_one()
    {
        var targets = new[] { Until(2025), Until(2026), Until(2027) };
        Assert.Equal(new DateOnly(2026, 12, 31), TargetRules.For(Reached, targets, Today)!.Query.To);
        Assert.Equal(new DateOnly(2027, 12, 31), TargetRules.For(Reached, targets, new DateOnly(2030, 1, 1))!.Query.To);
        Assert.Equal(new DateOnly(2025, 12, 31), TargetRules.For(Reached with { To = new DateOnly(2025, 12, 31) }, targets, Today)!.Query.To);
        Assert.Null(TargetRules.For(Reached with { To = new DateOnly(2025, 6, 30) }, targets, Today));
    }

    [Fact]
    public void Any_other_figure_has_another_target()
    {
        var targets = new[] { Until(2026) };
        foreach (var other in new[]
        {
            Reached with { Region = "MN65" }, Reached with { Measure = Measure.Completed }, Reached with { Rule = "completers-once-ever" }, Reached with { From = new DateOnly(2026, 1, 1) },
            Reached with { Course = "OSH-101" }, Reached with { Funder = "SDC" }, Reached with { Sex = Domain.Trainees.Sex.Female }, Reached with { AgeBand = "15-24" },
            Reached with { Organisation = "p-1" }, Reached with { RegionKind = RegionKind.Home },
        })
        {
            Assert.Null(TargetRules.For(other, targets, Today));
            Assert.NotEqual(TargetRules.IdOf(Reached), TargetRules.IdOf(other));
        }

        Assert.NotNull(TargetRules.For(Reached with { By = ReachBy.Month }, targets, Today));
        Assert.Equal(TargetRules.IdOf(Reached), TargetRules.IdOf(Reached with { By = ReachBy.Month }));
    }

    [Fact]
    public void Setting_the_same_again_changes_nothing_and_a_withdrawn_target_is_none()
    {
        var set = TargetRules.Set(null, Reached, new TargetSetting(DateTimeOffset.UnixEpoch, "a", 5));
        Assert.Same(set, TargetRules.Set(set, Reached, new TargetSetting(DateTimeOffset.UnixEpoch.AddDays(1), "b", 5)));
        var withdrawn = TargetRules.Set(set, Reached, new TargetSetting(DateTimeOffset.UnixEpoch, "b", null));
        Assert.Null(withdrawn.Current);
        Assert.Equal(2, withdrawn.Settings.Length);
        Assert.Null(TargetRules.For(Reached, [withdrawn], Today));
    }

    /// <summary>What a row says is what its own query says: so a target of that query belongs beside the row.</summary>
    [Fact]
    public void A_row_is_the_total_of_the_query_that_names_it() =>
        Gen.Select(Histories.AnyChange.Array[0, 25], Gen.Select(Histories.Query, Histories.Rule).Array[8]).Sample(
            (history, questions) =>
            {
                var world = new World(1, true);
                foreach (var change in history) world.Apply(change);
                foreach (var (query, rule) in questions)
                    foreach (var row in world.Engine(query, rule).Rows)
                        if (ReachRows.QueryOf(query, row.Key) is { } figure)
                            Assert.Equal(row.Value, world.Engine(figure, rule).Total);
            },
            iter: 2_000);

    private static Target Until(int year) =>
        TargetRules.Set(null, Reached with { To = new DateOnly(year, 12, 31) }, new TargetSetting(DateTimeOffset.UnixEpoch, "manager", year));
}
