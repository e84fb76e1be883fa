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

    /// <summary>The first day that can be held.</summary>
    public static DateOnly First { get; } = DateOnly.FromDayNumber(Base);

    /// <summary>The last day that can be held, in 2129.</summary>
    public static DateOnly Last { get; } = DateOnly.FromDayNumber(Base + Never - 1);

    /// <summary>The number of a day; days outside the range are taken as its first or last.</summary>
    internal static ushort Clamped(DateOnly day) => (ushort)Math.Clamp(day.DayNumber - Base, 0, Never - 1);

    /// <summary>Months between the first month that can be held and the month of <paramref name="day"/>.</summary>
    internal static int MonthOf(int day) => Months[day];

    /// <summary>Calendar year of <paramref name="day"/>.</summary>
    internal static int YearOf(int day) => FirstYear + Months[day] / 12;

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
