using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using CsCheck;
using Learning.Domain.Reach;
using Learning.Web.Kit.Charts;
using Learning.Web.Words;

namespace Learning.Tests.Kit;

public sealed partial class ChartTests
{
    [Fact]
    public void Values_far_apart_are_in_classes_of_their_own()
    {
        var breaks = ClassBreaks.Of([0, 5, 32, 61, 61, 88, 115, 196, 225, 252, 279, 306, 333, 362, 389, 472, 499, 2410]);

        Assert.Equal([1m, 40m, 150m, 325m, 1000m], breaks.LowerBounds);
        Assert.Equal([0, 1, 2, 3, 4, 5], new[] { 0m, 32m, 61m, 306m, 499m, 2410m }.Select(breaks.ClassOf));
    }

    [Fact]
    public void No_value_gives_no_class_and_one_value_one()
    {
        Assert.Empty(ClassBreaks.Of([]).LowerBounds);
        Assert.Empty(ClassBreaks.Of([0, 0]).LowerBounds);
        Assert.Equal([1m], ClassBreaks.Of([7, 7, 7]).LowerBounds);
    }

    [Fact]
    public void Every_class_has_a_region_and_larger_values_are_never_in_a_lower_class() =>
        Gen.Int[0, 3000].Array[0, 22].Sample(numbers =>
        {
            var values = Array.ConvertAll(numbers, n => (decimal)n);
            var breaks = ClassBreaks.Of(values);
            var positive = values.Where(v => v > 0).Order().ToArray();
            Assert.Equal(Math.Min(5, positive.Distinct().Count()), breaks.LowerBounds.Count);
            Assert.Equal(Enumerable.Range(1, breaks.LowerBounds.Count), positive.Select(breaks.ClassOf).Distinct().Order());
            Assert.Equal(positive.Select(breaks.ClassOf), positive.Select(breaks.ClassOf).Order());
        });

    [Fact]
    public void No_other_grouping_has_less_spread() =>
        Gen.Int[1, 500].Array[6, 9].Sample(numbers =>
        {
            var sorted = numbers.Distinct().Order().ToArray();
            var classes = Math.Min(5, sorted.Length);
            var breaks = ClassBreaks.Of(sorted.Select(n => (decimal)n));
            var chosen = Spread(sorted.GroupBy(n => breaks.ClassOf(n)).Select(g => g.ToArray()));
            Assert.True(chosen <= Groupings(sorted, classes).Min(Spread) + 1e-9);
        });

    [Theory]
    [InlineData(0, "0 1")]
    [InlineData(1, "0 1")]
    [InlineData(42, "0 10 20 30 40 50")]
    [InlineData(5660, "0 1000 2000 3000 4000 5000 6000")]
    [InlineData(10215, "0 2000 4000 6000 8000 10000 12000")]
    [InlineData(6, "0 1 2 3 4 5 6")]
    public void The_value_axis_has_round_steps(int largest, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Ticks.Values(largest).Select(t => t.ToString(CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("2019-03", "2019-03", "2019-03")]
    [InlineData("2019-01", "2019-04", "2019-01 2019-02 2019-03 2019-04")]
    [InlineData("2017-01", "2019-12", "2017-01 2017-07 2018-01 2018-07 2019-01 2019-07")]
    [InlineData("2017-02", "2026-11", "2018-01 2020-01 2022-01 2024-01 2026-01")]
    public void Months_are_marked_at_the_same_time_every_year(string first, string last, string marks) =>
        Assert.Equal(marks, string.Join(' ', Ticks.Months(Month(first), Month(last)).Select(m => m.ToString("yyyy-MM", CultureInfo.InvariantCulture))));

    [Fact]
    public void Between_one_and_seven_months_are_marked_in_any_span() =>
        Gen.Select(Gen.Int[1990 * 12, 2050 * 12], Gen.Int[0, 400]).Sample((first, months) =>
        {
            var marks = Ticks.Months(Ticks.FromNumber(first), Ticks.FromNumber(first + months));
            Assert.InRange(marks.Count, 1, 7);
            Assert.All(marks, m => Assert.InRange(Ticks.MonthNumber(m), first, first + months));
        });

    [Fact]
    public void A_running_total_of_nothing_says_so()
    {
        using var kit = Rendering.In();
        var chart = kit.Render<RunningTotal>(p => p.Add(c => c.Points, []).Add(c => c.Title, "Хүн"));
        Assert.Empty(chart.FindAll("svg"));
        Assert.Contains("мэдээлэл алга", chart.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(120)]
    public void A_running_total_of_any_length_stays_in_its_frame(int months)
    {
        using var kit = Rendering.In(Language.English);
        var points = Enumerable.Range(0, months).Select(i => new TotalPoint(new DateOnly(2017, 1, 1).AddMonths(i), 10 * i)).ToList();

        var chart = kit.Render<RunningTotal>(p => p.Add(c => c.Points, points).Add(c => c.Title, "People reached").Add(c => c.Target, 5000m));

        var numbers = Number().Matches(chart.Find("path.line").GetAttribute("d")!).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture));
        Assert.All(numbers, n => Assert.InRange(n, 0, RunningTotalPlot.Width));
        Assert.Equal("Target 5,000", chart.Find("text.target-label").TextContent);
        Assert.Equal(((months - 1) * 10).ToString("N0", CultureInfo.InvariantCulture), chart.Find("text.last-label").TextContent);
        Assert.StartsWith("People reached: 0 in Jan 2017", chart.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void In_months_left_out_the_line_stays_level()
    {
        var plot = new RunningTotalPlot([new(Month("2026-01"), 100), new(Month("2026-06"), 500)], target: null);
        // Level to May, then up to June: y of 100 is not repeated after H.
        Assert.Matches(@"^M\S+ \S+H\S+L\S+ \S+$", plot.Line);
        Assert.Contains($"H{SvgNumber.Of(plot.X(Month("2026-05")))}", plot.Line, StringComparison.Ordinal);
    }

    [Fact]
    public void Points_come_from_the_cumulative_rows() =>
        Assert.Equal([new TotalPoint(Month("2019-03"), 12)], TotalPoint.From([new ReachRow("2019-03", 5, 12), new ReachRow("", 1)]));

    private static DateOnly Month(string text) => DateOnly.ParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Spread(IEnumerable<int[]> groups) => groups.Sum(group =>
    {
        var mean = group.Average(n => Math.Sqrt(n));
        return group.Sum(n => Math.Pow(Math.Sqrt(n) - mean, 2));
    });

    private static IEnumerable<int[][]> Groupings(int[] sorted, int classes)
    {
        if (classes == 1) return [[sorted]];
        return Enumerable.Range(1, sorted.Length - classes + 1)
            .SelectMany(first => Groupings(sorted[first..], classes - 1).Select(rest => (int[][])[sorted[..first], .. rest]));
    }

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Number();
}
