using System.Globalization;

namespace Learning.Web.Words;

/// <summary>Codes and cultures of the languages.</summary>
public static class Languages
{
    /// <summary>All languages, the default first.</summary>
    public static IReadOnlyList<Language> All { get; } = [Language.Mongolian, Language.English];

    private static readonly CultureInfo Mongolian = CultureInfo.GetCultureInfo("mn-MN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The ISO 639-1 code, as in file names, the cookie and <c>html lang</c>: <c>mn</c> or <c>en</c>.</summary>
    /// <param name="language">The language.</param>
    public static string Code(this Language language) => language == Language.English ? "en" : "mn";

    /// <summary>The culture whose sort order and formats go with the language.</summary>
    /// <param name="language">The language.</param>
    public static CultureInfo Culture(this Language language) => language == Language.English ? English : Mongolian;

    /// <summary>The language with that code, or <see langword="null"/> if it is not one of ours.</summary>
    /// <param name="code"><c>mn</c>, <c>en</c>, or with a region, as in <c>en-US</c>; case does not matter.</param>
    public static Language? FromCode(string? code) => code?.Split('-', 2)[0].Trim().ToLowerInvariant() switch
    {
        "mn" => Language.Mongolian,
        "en" => Language.English,
        _ => null,
    };
}
