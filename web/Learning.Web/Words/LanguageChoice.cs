using System.Globalization;

namespace Learning.Web.Words;

/// <summary>Which language a request is answered in.</summary>
public static class LanguageChoice
{
    /// <summary>Name of the cookie and of the query parameter that hold a language code.</summary>
    public const string Key = "lang";

    /// <summary>
    /// The query parameter, else the cookie, else English if the browser names both languages and prefers English, else
    /// Mongolian. Naming English alone is not a preference over Mongolian: most browsers sold in Mongolia are set to
    /// English from the factory.
    /// </summary>
    /// <param name="query">Value of <c>?lang=</c>, if any.</param>
    /// <param name="cookie">Value of the cookie, if any.</param>
    /// <param name="acceptLanguage">The Accept-Language header, if any.</param>
    public static Language Choose(string? query, string? cookie, string? acceptLanguage) =>
        Languages.FromCode(query) ?? Languages.FromCode(cookie) ?? Preferred(acceptLanguage);

    private static Language Preferred(string? acceptLanguage)
    {
        var weights = (acceptLanguage ?? "").Split(',')
            .Select(Range)
            .Where(range => range.Language is not null)
            .GroupBy(range => range.Language!.Value)
            .ToDictionary(group => group.Key, group => group.Max(range => range.Weight));
        return weights.TryGetValue(Language.English, out var english)
            && weights.TryGetValue(Language.Mongolian, out var mongolian)
            && english > mongolian
                ? Language.English
                : Language.Mongolian;
    }

    private static (Language? Language, double Weight) Range(string range)
    {
        var parts = range.Split(';', StringSplitOptions.TrimEntries);
        var weight = 1.0;
        foreach (var part in parts.Skip(1))
        {
            if (part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                && !double.TryParse(part.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out weight))
                weight = 0;
        }

        return (Languages.FromCode(parts[0]), weight);
    }
}
