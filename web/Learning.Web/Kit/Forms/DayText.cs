using System.Globalization;

namespace Learning.Web.Kit.Forms;

/// <summary>Days as a date field sends and takes them.</summary>
public static class DayText
{
    private static readonly string[] Forms = ["yyyy-M-d", "yyyy.M.d", "yyyy/M/d"];

    /// <summary><c>yyyy-MM-dd</c>, or empty for no day.</summary>
    /// <param name="day">The day.</param>
    public static string Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Reads what a date field sent; also <c>2026.03.08</c>, which people type where the browser has no date field.</summary>
    /// <param name="text">The text.</param>
    /// <param name="day">The day.</param>
    /// <returns>Whether it is a real day.</returns>
    public static bool TryRead(string? text, out DateOnly day) =>
        DateOnly.TryParseExact(text?.Trim().TrimEnd('.'), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
