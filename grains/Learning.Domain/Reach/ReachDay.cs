using System.Globalization;

namespace Learning.Domain.Reach;

/// <summary>
/// The days that reach can hold, as 16-bit numbers: three columns of days then cost six bytes a participation instead
/// of twelve. The last number stands for "for ever".
/// </summary>
public static class ReachDay
{
    internal const ushort Never = ushort.MaxValue;
    internal const int FirstYear = 1950;

    private static readonly int Base = new DateOnly(FirstYear, 1, 1).DayNumber;
    private static readonly ushort[] Months = MonthTable();
    private static readonly string[] MonthNames = [.. Enumerable.Range(0, Months[Never] + 1).Select(month => First.AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture))];

    /// <summary>The first day that can be held.</summary>
    public static DateOnly First => DateOnly.FromDayNumber(Base);

    /// <summary>The last day that can be held, in 2129.</summary>
    public static DateOnly Last => DateOnly.FromDayNumber(Base + Never - 1);

    /// <summary>The number of a day; days outside the range are taken as its first or last.</summary>
    internal static ushort Clamped(DateOnly day) => (ushort)Math.Clamp(day.DayNumber - Base, 0, Never - 1);

    /// <summary>Months between the first month that can be held and the month of <paramref name="day"/>.</summary>
    internal static int MonthOf(int day) => Months[day];

    /// <summary>Calendar year of <paramref name="day"/>.</summary>
    internal static int YearOf(int day) => FirstYear + Months[day] / 12;

    /// <summary>The row key of a month or year.</summary>
    /// <param name="by">Which of them.</param>
    /// <param name="period">Counted from the first that can be held.</param>
    internal static string PeriodName(ReachBy by, int period) => by == ReachBy.Month ? MonthNames[period] : (FirstYear + period).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>The month or year with that row key, counted from the first that can be held.</summary>
    /// <param name="by">Which of them.</param>
    /// <param name="name">Its row key.</param>
    internal static int PeriodNumber(ReachBy by, string name)
    {
        var years = int.Parse(name.AsSpan(0, 4), CultureInfo.InvariantCulture) - FirstYear;
        return by == ReachBy.Year ? years : years * 12 + int.Parse(name.AsSpan(5), CultureInfo.InvariantCulture) - 1;
    }

    private static ushort[] MonthTable()
    {
        var months = new ushort[Never + 1];
        for (var day = 0; day <= Never; day++)
        {
            var date = DateOnly.FromDayNumber(Base + day);
            months[day] = (ushort)((date.Year - FirstYear) * 12 + date.Month - 1);
        }

        return months;
    }
}
