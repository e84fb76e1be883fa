namespace Learning.Domain.Reach;

/// <summary>
/// Age bands as codes: <c>0-14, 15-24, 25-34, 35-44, 45-54, 55-64, 65+, notStated</c>. The age is the calendar-year
/// difference between the session's date and the birth year, because only the year of birth is known.
/// </summary>
public static class AgeBand
{
    /// <summary>The code for people whose birth year is unknown.</summary>
    public const string NotStated = "notStated";

    /// <summary>All codes, youngest first, <see cref="NotStated"/> last.</summary>
    public static IReadOnlyList<string> All { get; } = ["0-14", "15-24", "25-34", "35-44", "45-54", "55-64", "65+", NotStated];

    /// <summary>The index into <see cref="All"/> for somebody born in <paramref name="birthYear"/>, on a day in <paramref name="year"/>.</summary>
    /// <param name="birthYear">Year of birth; 0 when unknown.</param>
    /// <param name="year">Calendar year of the session.</param>
    public static int IndexOf(int birthYear, int year)
    {
        if (birthYear == 0) return 7;
        var age = year - birthYear;
        return age < 15 ? 0 : age >= 65 ? 6 : (age - 5) / 10;
    }

    /// <summary>The code for somebody born in <paramref name="birthYear"/>, on a day in <paramref name="year"/>.</summary>
    /// <param name="birthYear">Year of birth; 0 when unknown.</param>
    /// <param name="year">Calendar year of the session.</param>
    public static string Of(int birthYear, int year) => All[IndexOf(birthYear, year)];
}
