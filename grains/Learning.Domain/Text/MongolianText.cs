using System.Text;

namespace Learning.Domain.Text;

/// <summary>
/// Cleaning and casing of what people type, without any culture: the field app runs in the browser in invariant mode,
/// where <c>mn-MN</c> does not exist and <see cref="string.Normalize()"/> does nothing. The results are the same everywhere.
/// </summary>
public static class MongolianText
{
    /// <summary>
    /// One line of plain text: control and invisible characters gone, every run of white space one space, accents composed
    /// (NFC), the stand-ins for Ө and Ү put right. HTML and formulas stay as they are: they are text, and escaping is the
    /// business of whoever shows it.
    /// </summary>
    /// <param name="text">What was typed; <see langword="null"/> counts as empty.</param>
    /// <returns>The cleaned text, possibly empty, never <see langword="null"/>.</returns>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsClean(text)) return text;
        var kept = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u001F' or '\u2060')
            {
                gap = true;
                continue;
            }
            if (IsInvisible(c)) continue;
            if (gap && kept.Length > 0) kept.Append(' ');
            gap = false;
            Append(kept, c);
        }
        return RepairScript(Compose(kept.ToString()));
    }

    /// <summary>Lower case by Unicode's simple mapping, Ө → ө and Ү → ү included.</summary>
    /// <param name="text">Any text.</param>
    public static string Lower(string text) => text.ToLowerInvariant();

    /// <summary>
    /// A name as it is written in running text: each part of <c>БАТ-ЭРДЭНЭ</c> or <c>бат-эрдэнэ</c> starts with a capital.
    /// A part already in mixed case is left as the person wrote it.
    /// </summary>
    /// <param name="name">A name; it is cleaned first.</param>
    public static string NameCase(string? name)
    {
        var text = Clean(name);
        var letters = text.Where(char.IsLetter);
        if (letters.Any(char.IsUpper) && letters.Any(char.IsLower)) return text;
        var result = new StringBuilder(text.Length);
        var atStart = true;
        foreach (var c in text)
        {
            result.Append(atStart ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
            atStart = !char.IsLetter(c) && c is not ('\'' or '’' or '`');
        }
        return result.ToString();
    }

    /// <summary>Whether the text holds a Cyrillic letter.</summary>
    /// <param name="text">Any text.</param>
    public static bool HasCyrillic(string text) => text.Any(IsCyrillic);

    /// <summary>Most cells need nothing done; this says so without a copy, and says no in every case of doubt.</summary>
    private static bool IsClean(string text)
    {
        var latin = false;
        var cyrillic = false;
        var last = ' ';
        foreach (var c in text)
        {
            if (c == ' ')
            {
                if (last == ' ') return false;
            }
            else if (c is < ' ' or (>= '\u007F' and <= '\u00AD') or (>= '\u0250' and < '\u0400') or > '\u052F' or 'Ɵ' or 'Є' or 'є' or 'Ї' or 'ї' or 'Ѳ' or 'ѳ') return false;
            latin |= char.IsAsciiLetter(c);
            cyrillic |= c >= '\u0400';
            last = c;
        }
        return last != ' ' && !(latin && cyrillic);
    }

    private static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    private static bool IsInvisible(char c) =>
        char.IsControl(c) || c is '\u00AD' or '\uFEFF' or '\uFFFD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2061' and <= '\u2069');

    /// <summary>
    /// Windows-1251 has no Ө and Ү; Mongolian fonts drew them in the places of Є and Ї, two letters Mongolian does not have,
    /// and so they still stand in old files. The others are letters of other alphabets that look like Ө.
    /// </summary>
    private static void Append(StringBuilder to, char c) => to.Append(c switch
    {
        'Є' or 'Ɵ' or 'Ѳ' or 'Θ' => 'Ө',
        'є' or 'ɵ' or 'ѳ' or 'θ' => 'ө',
        'Ї' => 'Ү',
        'ї' => 'ү',
        _ => c,
    });

    /// <summary>
    /// NFC for the accents that occur in Mongolian in either script. Done by hand because Normalize does nothing in
    /// invariant mode; where it works, it takes care of the rest of Unicode first.
    /// </summary>
    private static string Compose(string text)
    {
        var normal = IsLoneSurrogateFree(text) ? text.Normalize(NormalizationForm.FormC) : text;
        if (normal.AsSpan().IndexOfAnyInRange('\u0300', '\u036F') < 0) return normal;
        var result = new StringBuilder(normal.Length);
        foreach (var c in normal)
        {
            var composed = result.Length == 0 ? '\0' : (result[^1], c) switch
            {
                ('и', '\u0306') => 'й',
                ('И', '\u0306') => 'Й',
                ('е', '\u0308') => 'ё',
                ('Е', '\u0308') => 'Ё',
                ('o', '\u0308') => 'ö',
                ('O', '\u0308') => 'Ö',
                ('u', '\u0308') => 'ü',
                ('U', '\u0308') => 'Ü',
                _ => '\0',
            };
            if (composed == '\0') result.Append(c);
            else result[^1] = composed;
        }
        return result.ToString();
    }

    private static bool IsLoneSurrogateFree(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])) return false;
            i++;
        }
        return true;
    }

    /// <summary>
    /// In a word that is mostly Cyrillic a Latin letter is a slip of the keyboard layout: <c>СYхбат</c> is Сүхбат.
    /// A Latin word is left alone.
    /// </summary>
    private static string RepairScript(string text)
    {
        if (!text.Any(char.IsAsciiLetter) || !HasCyrillic(text)) return text;
        var result = text.ToCharArray();
        for (var start = 0; start < result.Length;)
        {
            if (!char.IsLetter(result[start]))
            {
                start++;
                continue;
            }
            var end = start;
            while (end < result.Length && char.IsLetter(result[end])) end++;
            var word = result.AsSpan(start, end - start);
            var cyrillic = 0;
            var latin = 0;
            foreach (var c in word)
            {
                if (IsCyrillic(c)) cyrillic++;
                else if (char.IsAsciiLetter(c)) latin++;
            }
            if (cyrillic > latin && latin > 0)
                foreach (ref var c in word) c = LookAlike(c, y: char.IsUpper(c) ? 'Ү' : 'ү');
            start = end;
        }
        return new string(result);
    }

    /// <summary>The Cyrillic letter that looks like a Latin one; any other character unchanged.</summary>
    /// <param name="c">A character.</param>
    /// <param name="y">What Y stands for: in names it is Ү, in register numbers У.</param>
    internal static char LookAlike(char c, char y) => c switch
    {
        'A' => 'А', 'B' => 'В', 'C' => 'С', 'E' => 'Е', 'H' => 'Н', 'K' => 'К', 'M' => 'М', 'O' => 'О', 'P' => 'Р', 'T' => 'Т', 'X' => 'Х',
        'a' => 'а', 'c' => 'с', 'e' => 'е', 'o' => 'о', 'p' => 'р', 'x' => 'х',
        'Y' or 'y' => y,
        _ => c,
    };
}
