using System.Globalization;
using System.Text.RegularExpressions;

namespace Learning.Domain.Text;

/// <summary>Writing CSV that no spreadsheet can be made to execute.</summary>
public static partial class CsvText
{
    /// <summary>
    /// One cell, quoted by RFC 4180 where it must be. Text that starts with <c>= + - @</c>, a tab or a carriage return gets an
    /// apostrophe in front, so that a spreadsheet shows it instead of computing it; a real number (<c>-12.5</c>) stays one.
    /// </summary>
    /// <param name="text">The text; <see langword="null"/> is an empty cell.</param>
    /// <remarks>Rule: OWASP, "CSV Injection". The full-width forms of the four signs count too: some spreadsheets fold them.</remarks>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (StartsFormula(text)) text = "'" + text;
        return text.AsSpan().IndexOfAny(",;\"\r\n\t") >= 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])
            ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
            : text;
    }

    /// <summary>A number as a cell, with a point and no grouping, whatever the culture.</summary>
    /// <param name="number">The number; <see langword="null"/> is an empty cell.</param>
    public static string Cell(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>One line: the cells joined by commas and closed by CR LF.</summary>
    /// <param name="cells">The texts of the cells.</param>
    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static bool StartsFormula(string text)
    {
        // Spreadsheets skip leading blanks before they look for the sign.
        var shown = text.AsSpan().TrimStart(" \u00A0\u3000");
        if (shown.IsEmpty || shown[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠')) return false;
        return !PlainNumber().IsMatch(text);
    }

    [GeneratedRegex(@"\A[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
