using System.Collections.Immutable;

namespace Learning.Domain.Reach.SmallCells;

/// <summary>
/// Withholds rows behind which there are few people, and as many further rows as it takes that no withheld one can be worked
/// out (docs/decisions/0010). Guaranteed: whoever knows the table as shown, that each row is a part of the total and that rows
/// of nobody are never withheld, finds at least <see cref="Threshold"/> possible values for every withheld row. Distinct totals
/// don't add up, so this holds whether or not rows overlap.
/// </summary>
public static class Suppression
{
    /// <summary>A cell with fewer people than this, and more than none, is small.</summary>
    public const int Threshold = 5;

    /// <summary>The table as it may be shown.</summary>
    /// <param name="table">The table.</param>
    public static ShownTable Of(CountedTable table)
    {
        if (IsSmall(table.People)) return new(null, [], null);
        var withheld = table.Rows.Select(r => IsSmall(r.People)).ToArray();
        // Where not even all rows together hide one, who is told which rows there are could still work them out.
        if (withheld.Contains(true) && !Complement(table, withheld)) return new(table.Total, [], null);
        var cumulative = Cumulative(table, withheld);
        return new(table.Total, [.. table.Rows.Select((r, i) => new ShownRow(withheld[i] ? null : r.Value, cumulative[i]))], table.Rows.Sum(r => r.Value));
    }

    private static bool IsSmall(int people) => people is > 0 and < Threshold;

    /// <summary>Withholds further rows, the smallest first, and then gives back what turned out not to be needed.</summary>
    /// <returns>Whether that was enough.</returns>
    private static bool Complement(CountedTable table, bool[] withheld)
    {
        var added = new Stack<int>();
        // A row of none hides nothing: everybody can see that nothing happened there.
        foreach (var next in Enumerable.Range(0, withheld.Length).Where(i => !withheld[i] && table.Rows[i].Value > 0).OrderBy(i => table.Rows[i].Value).ToList())
        {
            if (IsProtected(table, withheld)) break;
            withheld[next] = true;
            added.Push(next);
        }

        if (!IsProtected(table, withheld)) return false;
        while (added.TryPop(out var largest))
        {
            withheld[largest] = false;
            if (!IsProtected(table, withheld)) withheld[largest] = true;
        }

        return true;
    }

    /// <summary>
    /// Whether each withheld row could have enough values. Known are the sum of the withheld rows and that each is at least 1 and
    /// at most the total; with these alone, one row can have every value that the others leave to it.
    /// </summary>
    private static bool IsProtected(CountedTable table, bool[] withheld)
    {
        var others = withheld.Count(w => w) - 1;
        var sum = table.Rows.Where((_, i) => withheld[i]).Sum(r => r.Value);
        return Math.Min(table.Total, sum - others) - Math.Max(1, sum - others * table.Total) + 1 >= Threshold;
    }

    /// <summary>
    /// The difference of two cumulative values is the number of those who were new in between: a small cell too. And it is a
    /// lower bound of the periods between: with any period withheld, only the last value, which is the total, is shown.
    /// </summary>
    private static decimal?[] Cumulative(CountedTable table, bool[] withheld)
    {
        var shown = new decimal?[table.Rows.Length];
        var after = table.Total;
        for (var i = shown.Length - 1; i >= 0; i--)
        {
            if (table.Rows[i].Cumulative is not { } value) continue;
            var isLast = i == shown.Length - 1 && value == table.Total;
            if (!isLast && (withheld.Contains(true) || value is > 0 and < Threshold || (after - value) is > 0 and < Threshold)) continue;
            (shown[i], after) = (value, value);
        }

        return shown;
    }
}
