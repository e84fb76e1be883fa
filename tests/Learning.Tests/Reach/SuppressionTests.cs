using CsCheck;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Tests.Reach;

/// <summary>Small cells are withheld so that nobody can work them out, and no more than that takes.</summary>
public sealed class SuppressionTests
{
    /// <summary>Up to 12 people, each in at least one of up to 5 rows.</summary>
    private static readonly Gen<int[][]> Memberships =
        Gen.Int[1, 5].SelectMany(rows => Gen.Int[0, rows - 1].Array[1, 3].Array[0, 12]);

    [Fact]
    public void A_table_without_small_cells_is_shown_whole()
    {
        var shown = Suppression.Of(Table(40, 20, 0, 25));
        Assert.Equal([20m, 0m, 25m], shown.Rows.Select(r => r.Value));
        Assert.Equal((40m, 45m, 5m, false), (shown.Total, shown.SumOfRows, shown.Overlap, shown.IsWithheld));
    }

    [Fact]
    public void A_small_cell_takes_the_smallest_other_with_it()
    {
        // 403 − 400 would be 3: so 20, the smallest of the others, goes too.
        var shown = Suppression.Of(Table(423, 3, 20, 400));
        Assert.Equal([null, null, 400m], shown.Rows.Select(r => r.Value));
        Assert.Equal(423m, shown.SumOfRows);
    }

    [Fact]
    public void Several_small_cells_that_hide_each_other_take_nobody_with_them()
    {
        var shown = Suppression.Of(Table(50, 4, 3, 4, 45));
        Assert.Equal([null, null, null, 45m], shown.Rows.Select(r => r.Value));
    }

    [Fact]
    public void Of_fewer_than_five_people_nothing_is_shown()
    {
        var shown = Suppression.Of(Table(4, 2, 3));
        Assert.Null(shown.Total);
        Assert.Empty(shown.Rows);
        Assert.Null(shown.SumOfRows);
    }

    [Fact]
    public void Five_people_in_five_rows_are_not_broken_down() => Assert.Empty(Suppression.Of(Table(5, 1, 1, 1, 1, 1)).Rows);

    [Fact]
    public void Many_hours_of_few_people_are_small()
    {
        var shown = Suppression.Of(new CountedTable(300, 30, [new(24, 2), new(100, 12), new(176, 16)]));
        Assert.Equal([null, null, 176m], shown.Rows.Select(r => r.Value));
    }

    [Fact]
    public void A_running_total_tells_no_small_number_of_newcomers()
    {
        // New people by month: 10, 2, 0, 8. The second month's 2 would be 12 − 10.
        var shown = Suppression.Of(new CountedTable(20, 20, [new(10, 10, 10), new(9, 9, 12), new(6, 6, 12), new(8, 8, 20)]));
        Assert.Equal([null, 12m, 12m, 20m], shown.Rows.Select(r => r.Cumulative));
        Assert.All(shown.Rows, r => Assert.NotNull(r.Value));
    }

    [Fact]
    public void With_a_month_withheld_only_the_last_running_total_is_shown()
    {
        // 7 were here in the first month already: a running total of 7 there would say that the withheld first month is 7.
        var shown = Suppression.Of(new CountedTable(7, 7, [new(7, 7, 7), new(3, 3, 7)]));
        Assert.Equal([null, 7m], shown.Rows.Select(r => r.Cumulative));
        Assert.All(shown.Rows, r => Assert.Null(r.Value));
    }

    [Fact]
    public void No_small_cell_is_shown_and_no_withheld_one_has_fewer_than_five_possible_values() =>
        Memberships.Sample(people =>
        {
            var table = Of(people);
            var shown = Suppression.Of(table);
            if (shown.Total is null)
            {
                Assert.InRange(people.Length, 1, 4);
                return;
            }

            Assert.Equal(people.Length, shown.Total);
            if (shown.Rows.IsEmpty) return;
            for (var i = 0; i < shown.Rows.Length; i++) Assert.False(shown.Rows[i].Value is > 0 and < 5, "a small cell is shown");
            Assert.All(PossibleValues(shown), values => Assert.True(values.Count >= 5, $"only {string.Join(", ", values)} are possible"));
        }, iter: 3_000);

    [Fact]
    public void What_is_withheld_beside_small_cells_is_needed_every_single_one() =>
        Memberships.Where(people => people.Length >= 5).Sample(people =>
        {
            var table = Of(people);
            var shown = Suppression.Of(table);
            for (var i = 0; i < shown.Rows.Length; i++)
            {
                if (shown.Rows[i].Value is not null || table.Rows[i].People < 5) continue;
                var less = shown with { Rows = shown.Rows.SetItem(i, shown.Rows[i] with { Value = table.Rows[i].Value }) };
                Assert.Contains(PossibleValues(less), values => values.Count < 5);
            }
        }, iter: 3_000);

    /// <summary>
    /// For each withheld row every value it has in some table that looks like this one. Tried one by one: a table looks like this
    /// one if its rows add up to the sum shown, and none is empty or larger than the total.
    /// </summary>
    private static List<HashSet<int>> PossibleValues(ShownTable shown)
    {
        var total = (int)shown.Total!.Value;
        var open = shown.Rows.Count(r => r.Value is null);
        var rest = (int)(shown.SumOfRows!.Value - shown.Rows.Sum(r => r.Value ?? 0));
        var possible = Enumerable.Range(0, open).Select(_ => new HashSet<int>()).ToList();
        var values = new int[open];
        void Try(int at, int left)
        {
            if (at == open)
            {
                if (left == 0)
                    for (var i = 0; i < open; i++) possible[i].Add(values[i]);
                return;
            }

            for (values[at] = 1; values[at] <= total; values[at]++) Try(at + 1, left - values[at]);
        }

        Try(0, rest);
        return possible;
    }

    private static CountedTable Of(int[][] people)
    {
        var rows = people.SelectMany(p => p.Distinct()).GroupBy(row => row).OrderBy(g => g.Key).Select(g => new CountedRow(g.Count(), g.Count()));
        return new CountedTable(people.Length, people.Length, [.. rows]);
    }

    private static CountedTable Table(int total, params int[] rows) => new(total, total, [.. rows.Select(r => new CountedRow(r, r))]);
}
