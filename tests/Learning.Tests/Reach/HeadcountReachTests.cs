using Learning.Domain.Reach;
using Learning.Domain.Trainees;

namespace Learning.Tests.Reach;

public sealed class HeadcountReachTests
{
    private static readonly CountingRule Rule = new() { Id = "once-ever" };

    private static readonly HeadcountFact[] Facts =
    [
        new(new(2018, 3, 5), "MN6416", "LAW", ["SDC", "ЕХ"], Sex.Female, "25-34", 4),
        new(new(2018, 3, 6), "MN6416", "LAW", ["SDC", "ЕХ"], Sex.Male, "notStated", 3),
        new(new(2018, 5, 1), "MN64", "ХАБ", [], Sex.NotStated, "notStated", 10),
        new(new(2018, 5, 1), "XX99", "ХАБ", ["SDC"], Sex.Male, "65+", 1),
    ];

    [Fact]
    public void Filters_hold_together()
    {
        Assert.Equal(18, Ask(new()).Total);
        Assert.Equal(17, Ask(new() { Region = "MN64" }).Total);
        Assert.Equal(3, Ask(new() { Region = "MN64", Sex = Sex.Male }).Total);
        Assert.Equal(7, Ask(new() { Funder = "ЕХ", To = new(2018, 3, 6) }).Total);
        Assert.Equal(4, Ask(new() { Funder = "ЕХ", To = new(2018, 3, 5) }).Total);
        Assert.Equal(10, Ask(new() { AgeBand = "notStated", Course = "ХАБ", From = new(2018, 5, 1) }).Total);
    }

    [Fact]
    public void Every_funder_is_credited_and_the_overlap_says_so()
    {
        var answer = Ask(new() { By = ReachBy.Funder });

        Assert.Equal<ReachRow>([new("", 10), new("SDC", 8), new("ЕХ", 7)], answer.Rows.ToArray());
        Assert.Equal((18m, 25m, 7m), (answer.Total, answer.SumOfRows, answer.Overlap));
    }

    [Fact]
    public void Months_run_on() =>
        Assert.Equal<ReachRow>([new("2018-03", 7, 7), new("2018-04", 0, 7), new("2018-05", 11, 18)], Ask(new() { By = ReachBy.Month }).Rows.ToArray());

    [Fact]
    public void What_sits_on_the_region_itself_and_what_is_nowhere_have_rows()
    {
        Assert.Equal<ReachRow>([new("MN64", 10), new("MN6416", 7)], Ask(new() { Region = "MN64", By = ReachBy.Region }).Rows.ToArray());
        Assert.Equal<ReachRow>([new("", 1), new("MN64", 17)], Ask(new() { By = ReachBy.Region }).Rows.ToArray());
    }

    [Fact]
    public void Homes_and_organisations_of_unnamed_people_are_unknown()
    {
        Assert.Equal(18, Ask(new() { RegionKind = RegionKind.Home }).Total);
        Assert.Equal(0, Ask(new() { RegionKind = RegionKind.Home, Region = "MN64" }).Total);
        Assert.Equal(0, Ask(new() { Organisation = "ХОЛБОО" }).Total);
        Assert.Equal<ReachRow>([new("", 18)], Ask(new() { By = ReachBy.Organisation }).Rows.ToArray());
    }

    private static ReachAnswer Ask(ReachQuery query) => HeadcountReach.Evaluate(Facts, Fixture.Ask(query, Rule)).ToAnswer();
}
