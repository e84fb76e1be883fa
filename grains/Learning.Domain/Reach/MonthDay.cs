using System.Globalization;

namespace Learning.Domain.Reach;

/// <summary>A day of the year, written <c>MM-dd</c>; 29 February is not one, since most years do not have it.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct MonthDay(int Month, int Day)
{
    /// <summary>1 January: reporting years are calendar years.</summary>
    public static MonthDay NewYear { get; } = new(1, 1);

    /// <summary>Reads <c>MM-dd</c>.</summary>
    /// <param name="text">Two digits, a hyphen, two digits.</param>
    /// <param name="value">What was read.</param>
    /// <returns>Whether it is a day that every year has.</returns>
    public static bool TryParse(string? text, out MonthDay value)
    {
        // 2001 is a year without 29 February.
        var ok = DateOnly.TryParseExact($"2001-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        value = ok ? new(date.Month, date.Day) : NewYear;
        return ok;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}
