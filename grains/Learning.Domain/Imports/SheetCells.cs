using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;

namespace Learning.Domain.Imports;

/// <summary>Reading single cells. Each answers <see langword="null"/> for what it cannot read.</summary>
public static partial class SheetCells
{
    private static readonly FrozenDictionary<string, Sex> Sexes = new Dictionary<string, Sex>
    {
        ["эр"] = Sex.Male, ["эрэгтэй"] = Sex.Male, ["male"] = Sex.Male, ["m"] = Sex.Male, ["man"] = Sex.Male,
        ["эм"] = Sex.Female, ["эмэгтэй"] = Sex.Female, ["female"] = Sex.Female, ["f"] = Sex.Female, ["woman"] = Sex.Female,
        ["бусад"] = Sex.Other, ["other"] = Sex.Other,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, bool?> Marks = new Dictionary<string, bool?>
    {
        ["1"] = true, ["+"] = true, ["x"] = true, ["х"] = true, ["✓"] = true, ["✔"] = true, ["v"] = true, ["тийм"] = true, ["ирсэн"] = true, ["yes"] = true, ["present"] = true, ["true"] = true,
        ["0"] = false, ["-"] = false, ["–"] = false, ["үгүй"] = false, ["ирээгүй"] = false, ["тасалсан"] = false, ["no"] = false, ["absent"] = false, ["false"] = false,
        [""] = null, ["?"] = null,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] DateFormats =
        ["yyyy-M-d", "yyyy.M.d", "yyyy/M/d", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy", "yyyyMMdd"];

    /// <summary>
    /// A day: <c>2019-03-08</c>, <c>2019.03.08</c>, <c>2019/3/8</c>, <c>08/03/2019</c> (the day first), <c>2019 оны 3 сарын 8</c>, or a
    /// spreadsheet's day number. A time of day behind it is left out.
    /// </summary>
    /// <param name="cell">A cleaned cell.</param>
    public static DateOnly? Date(string cell)
    {
        var text = TimeBehind().Replace(cell, "").TrimEnd('.', ' ');
        if (DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (InWords().Match(MongolianText.Lower(cell)) is { Success: true } words)
            return DateOnly.TryParseExact($"{words.Groups[1]}-{words.Groups[2]}-{words.Groups[3]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;
        // Day numbers from 1982 to 2064; a bare year is none.
        if (decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 30_000 and < 60_000)
            return new DateOnly(1899, 12, 30).AddDays((int)serial);
        return null;
    }

    /// <summary>A whole number from <paramref name="least"/> to <paramref name="most"/>; <c>3.0</c> is one, and words behind it do not matter.</summary>
    /// <param name="cell">A cleaned cell.</param>
    /// <param name="least">Least value.</param>
    /// <param name="most">Greatest value.</param>
    public static int? Whole(string cell, int least, int most) =>
        WholeNumber().Match(cell) is { Success: true } found && int.TryParse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most ? number : null;

    /// <summary>A year of birth, bare or in a date.</summary>
    /// <param name="cell">A cleaned cell.</param>
    /// <param name="trainedOn">Day of the training; the person was 5 to 100 years old then.</param>
    public static int? BirthYear(string cell, DateOnly trainedOn)
    {
        var year = Whole(cell, 1000, 9999) ?? Date(cell)?.Year;
        return year >= trainedOn.Year - 100 && year <= trainedOn.Year - 5 ? year : null;
    }

    /// <summary>A sex; a blank cell and a dash are "not stated".</summary>
    /// <param name="cell">A cleaned cell.</param>
    public static Sex? SexOf(string cell)
    {
        var text = MongolianText.Lower(cell).TrimEnd('.', ' ');
        return text is "" or "-" or "–" ? Sex.NotStated : Sexes.TryGetValue(text, out var sex) ? sex : null;
    }

    /// <summary>Marks, one a day, parted by <c>; , / |</c> or blanks. A blank between two signs is a day not marked.</summary>
    /// <param name="cell">A cleaned cell.</param>
    public static ImmutableArray<bool?>? Attended(string cell)
    {
        var text = MongolianText.Lower(cell);
        var parts = text.AsSpan().IndexOfAny(";,/|") >= 0 ? text.Split(';', ',', '/', '|') : text.Split(' ');
        var marks = ImmutableArray.CreateBuilder<bool?>(parts.Length);
        foreach (var part in parts)
        {
            if (!Marks.TryGetValue(part.Trim(), out var mark)) return null;
            marks.Add(mark);
        }
        return marks.ToImmutable();
    }

    /// <summary>A test result from 0 to 100 (<c>64</c>, <c>64%</c>, <c>63,5</c>), or points out of points (<c>16/20</c>).</summary>
    /// <param name="cell">A cleaned cell.</param>
    public static SheetScore? Score(string cell)
    {
        var parts = cell.TrimEnd('%', ' ').Replace(',', '.').Split('/');
        if (parts.Length > 2 || !Points(parts[0], out var points)) return null;
        var outOf = 100m;
        if (parts.Length == 2 && !Points(parts[1], out outOf)) return null;
        return outOf > 0 && points <= outOf ? new SheetScore(points, outOf) : null;
    }

    /// <summary>The parts of a list such as <c>SDC-SAM;TRAFIGURA</c>.</summary>
    /// <param name="cell">A cleaned cell.</param>
    public static string[] List(string cell) => cell.Split([';', ',', '|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool Points(string text, out decimal points) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out points) && points <= 1000;

    [GeneratedRegex(@"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimeBehind();

    [GeneratedRegex(@"\A(\d{4}) ?оны? ?(\d{1,2}) ?-?р? ?сары?н? ?(\d{1,2})", RegexOptions.CultureInvariant)]
    private static partial Regex InWords();

    [GeneratedRegex(@"\A(\d{1,6})([.,]0+)?( ?\p{L}+\.?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex WholeNumber();
}
