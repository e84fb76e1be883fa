namespace Learning.Web.Kit.Charts;

/// <summary>Round places for the marks of an axis.</summary>
public static class Ticks
{
    private static readonly int[] MonthSteps = [1, 2, 3, 4, 6, 12, 24, 36, 60, 120];

    /// <summary>From 0 in steps of 1, 2 or 5 × 10ⁿ up to the first at or above the largest value.</summary>
    /// <param name="largest">Largest value to be shown; not negative.</param>
    /// <param name="most">Most steps.</param>
    public static IReadOnlyList<decimal> Values(decimal largest, int most = 6)
    {
        var step = 1m;
        for (var power = 1m; ; power *= 10)
        {
            foreach (var lead in (decimal[])[1, 2, 5])
            {
                step = lead * power;
                if (step * most < largest) continue;
                var count = Math.Max(1, (int)Math.Ceiling(largest / step));
                return [.. Enumerable.Range(0, count + 1).Select(i => i * step)];
            }
        }
    }

    /// <summary>
    /// Months to mark: in steps that divide or are whole years and are counted from January, so that a mark falls on the
    /// same months every year.
    /// </summary>
    /// <param name="first">First month shown.</param>
    /// <param name="last">Last month shown.</param>
    /// <param name="most">Most marks.</param>
    public static IReadOnlyList<DateOnly> Months(DateOnly first, DateOnly last, int most = 7)
    {
        var from = MonthNumber(first);
        var to = MonthNumber(last);
        var step = MonthSteps.FirstOrDefault(s => (to / s) - ((from + s - 1) / s) + 1 <= most, MonthSteps[^1]);
        var marks = new List<DateOnly>();
        for (var month = (from + step - 1) / step * step; month <= to; month += step) marks.Add(FromNumber(month));
        return marks.Count > 0 ? marks : [FromNumber(from)];
    }

    /// <summary>Months since year 0: consecutive months have consecutive numbers.</summary>
    /// <param name="day">Any day of the month.</param>
    public static int MonthNumber(DateOnly day) => (day.Year * 12) + day.Month - 1;

    /// <summary>First day of a month.</summary>
    /// <param name="number">What <see cref="MonthNumber"/> gave.</param>
    public static DateOnly FromNumber(int number) => new(number / 12, (number % 12) + 1, 1);
}
