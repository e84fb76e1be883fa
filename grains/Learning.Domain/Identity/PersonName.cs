using System.Text.RegularExpressions;
using Learning.Domain.Text;

namespace Learning.Domain.Identity;

/// <summary>
/// Rules on Mongolian names: a given name, and before it a patronymic, in full (<c>Дорж</c>), in the genitive
/// (<c>Доржийн</c>) or as an initial (<c>Д.</c>).
/// </summary>
public static partial class PersonName
{
    /// <summary>The given name for showing: cleaned, capitals put right.</summary>
    /// <param name="text">What was written.</param>
    public static string Given(string? text) => MongolianText.NameCase(text);

    /// <summary>
    /// The patronymic for showing: cleaned, capitals put right, an initial with its full stop. The genitive stays as it was
    /// written, because it cannot be taken off for certain (Эрдэнийн is of Эрдэнэ).
    /// </summary>
    /// <param name="text">What was written.</param>
    public static string Patronymic(string? text)
    {
        var name = MongolianText.NameCase(text);
        return IsInitial(name) ? name.TrimEnd('.', ' ') + "." : name;
    }

    /// <summary>Whether a patronymic is only an initial: <c>Д.</c>, <c>д</c>, <c>Ts.</c>, <c>Ch</c>.</summary>
    /// <param name="text">A patronymic.</param>
    public static bool IsInitial(string? text)
    {
        var bare = MongolianText.Clean(text).TrimEnd('.', ' ');
        return bare.Length == 1 ? char.IsLetter(bare[0]) : LatinDigraph().IsMatch(bare);
    }

    /// <summary>The spelling-independent key of a given name.</summary>
    /// <param name="text">A given name in either script.</param>
    public static string GivenKey(string? text) => Transliteration.Key(text).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// The spelling-independent key of a patronymic, without the genitive ending and without the vowel that the genitive may
    /// swallow: Дорж, Доржийн and Dorjiin agree, and so do Эрдэнэ, Эрдэнийн and Эрдэнэийн. An initial gives its letter.
    /// </summary>
    /// <param name="text">A patronymic in either script.</param>
    public static string PatronymicKey(string? text)
    {
        var clean = MongolianText.Clean(text);
        if (IsInitial(clean)) return Transliteration.Key(clean);
        var name = MongolianText.Lower(clean);
        var bare = LongVowelGenitive().Replace(name, "");
        if (bare.Length == name.Length) bare = Genitive().Replace(name, "");
        if (bare.Length == name.Length) bare = GenitiveAfterN().Replace(name, "");
        var key = Transliteration.Key(bare.Length >= 2 ? bare : name).Replace(" ", "", StringComparison.Ordinal);
        var stem = key.TrimEnd('a', 'e', 'i', 'u');
        return stem.Length >= 2 ? stem : key;
    }

    /// <summary>Whether two patronymics can be of one person: the same, or one the other's initial, or one unknown.</summary>
    /// <param name="one">A patronymic.</param>
    /// <param name="other">Another.</param>
    public static bool PatronymicsAgree(string? one, string? other)
    {
        var a = PatronymicKey(one);
        var b = PatronymicKey(other);
        if (a.Length == 0 || b.Length == 0 || a == b) return true;
        return (IsInitial(one) && b.StartsWith(a, StringComparison.Ordinal)) || (IsInitial(other) && a.StartsWith(b, StringComparison.Ordinal));
    }

    /// <summary>
    /// Whether two given names are so unlike that no slip of the pen explains it: more than half of the letters of the longer
    /// one would have to be changed, moved, added or left out.
    /// </summary>
    /// <param name="key">The key of a given name.</param>
    /// <param name="otherKey">The key of another.</param>
    public static bool Unlike(string key, string otherKey)
    {
        if (key.Length == 0 || otherKey.Length == 0 || key == otherKey) return false;
        return EditDistance.Between(key, otherKey) * 2 > Math.Max(key.Length, otherKey.Length);
    }

    [GeneratedRegex(@"\A(ts|ch|sh|kh|ya|yo|yu|ye)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LatinDigraph();

    // After a long vowel or a diphthong the genitive has a г: Туяагийн.
    [GeneratedRegex(@"(?<=аа|ээ|оо|өө|уу|үү|яа|еэ|юу|юү|ёо|ай|эй|ой|уй|үй|ий|aa|ee|oo|uu|ai|ei|oi|ui|ii)(гийн|giin|giyn)\z", RegexOptions.CultureInvariant)]
    private static partial Regex LongVowelGenitive();

    // Нэргүй gives Нэргүйн; with и before the й the ending is the common one.
    [GeneratedRegex(@"(ийн|ын|iin|iyn|yn|(?<=[аэоуөү]й)н)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Genitive();

    // After н the ending has none of its own: Чулууны, Түвшиний.
    [GeneratedRegex(@"(?<=н)(ы|ий)\z|(?<=n)(y|ii)\z", RegexOptions.CultureInvariant)]
    private static partial Regex GenitiveAfterN();
}
