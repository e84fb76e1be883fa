using System.Text;

namespace Learning.Domain.Text;

/// <summary>
/// One key for all the ways a Mongolian word is spelt, in Cyrillic or in any of the usual Latin schemes: MNS 5217, the
/// passport's, and what people type on a phone. Өнөрцэцэг, Unurtsetseg, Onorceceg and Önörtsetseg have the same key.
/// </summary>
/// <remarks>
/// It folds what writers confuse and nothing more: о ө у ү are one vowel, и й ы ь are one, a run of one letter counts once,
/// kh h x are one consonant. Different consonants stay different. The key is for comparing and searching, never for showing.
/// </remarks>
public static class Transliteration
{
    /// <summary>The key of a text: words of <c>a</c>–<c>z</c> and digits, one space between; empty when nothing is left.</summary>
    /// <param name="text">Cyrillic, Latin or mixed; cleaned first.</param>
    public static string Key(string? text)
    {
        var lower = MongolianText.Lower(MongolianText.Clean(text));
        var key = new StringBuilder(lower.Length + 8);
        for (var i = 0; i < lower.Length;)
        {
            if (!IsWordLetter(lower[i]))
            {
                // A hyphen joins a compound name (Бат-Эрдэнэ is also written Батэрдэнэ); the marks are ъ and ь in Latin.
                if (lower[i] is not ('-' or '\'' or '’' or 'ʹ' or 'ʺ' or '`' or '"' or '‐' or '‑') && key.Length > 0 && key[^1] != ' ') key.Append(' ');
                i++;
                continue;
            }
            var end = i;
            while (end < lower.Length && IsWordLetter(lower[end])) end++;
            Spell(key, lower.AsSpan(i, end - i));
            i = end;
        }
        return Collapse(key);
    }

    private static bool IsWordLetter(char c) => char.IsLetterOrDigit(c) || c is >= '\u0300' and <= '\u036F';

    private static void Spell(StringBuilder key, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            switch (c)
            {
                case 'k' when next == 'h':
                    key.Append('h');
                    i++;
                    break;
                case 't' when next is 's' or 'z':
                    key.Append("ts");
                    i++;
                    break;
                case 'c' when next == 'h':
                    key.Append("ch");
                    i++;
                    break;
                case 's' when next == 'h':
                    key.Append("sh");
                    i++;
                    break;
                case 's' when next == 'c' && i + 2 < word.Length && word[i + 2] == 'h':
                    key.Append("sh");
                    i += 2;
                    break;
                case 'z' when next == 'h':
                    key.Append('j');
                    i++;
                    break;
                // з is also written dz, but inside a word dz may be two letters: Болд-зул.
                case 'd' when next == 'z' && i == 0:
                    break;
                default:
                    key.Append(Letter(c));
                    break;
            }
        }
    }

    private static string Letter(char c) => c switch
    {
        'а' or 'a' or 'á' or 'à' or 'ä' or 'â' => "a",
        'б' or 'b' => "b",
        'в' or 'v' or 'w' => "v",
        'г' or 'g' => "g",
        'д' or 'd' => "d",
        'е' => "ie",
        'ё' => "iu",
        'ж' or 'j' or 'ž' => "j",
        'з' or 'z' => "z",
        'и' or 'й' or 'ы' or 'ь' or 'i' or 'y' or 'í' or 'ï' or 'ī' or 'ı' => "i",
        'к' or 'k' or 'q' => "k",
        'л' or 'l' => "l",
        'м' or 'm' => "m",
        'н' or 'n' => "n",
        'о' or 'ө' or 'у' or 'ү' or 'o' or 'u' or 'ö' or 'ü' or 'ô' or 'û' or 'ó' or 'ú' or 'ò' or 'ù' or 'ō' or 'ū' => "u",
        'п' or 'p' => "p",
        'р' or 'r' => "r",
        'с' or 's' => "s",
        'т' or 't' => "t",
        'ф' or 'f' => "f",
        'х' or 'h' or 'x' => "h",
        'ц' or 'c' => "ts",
        'ч' or 'č' => "ch",
        'ш' or 'щ' or 'š' => "sh",
        'ъ' => "",
        'э' or 'e' or 'é' or 'è' or 'ê' or 'ë' => "e",
        'ю' => "iu",
        'я' => "ia",
        >= '0' and <= '9' => c.ToString(),
        _ when char.IsAsciiLetterLower(c) => c.ToString(),
        // A letter of neither alphabet still tells two names apart; an accent does not.
        _ when char.IsLetterOrDigit(c) => c.ToString(),
        _ => "",
    };

    /// <summary>Runs count once, and e and ye are one: Ерөөл is written Eruul as often as Yeruul. Digits stay as they are.</summary>
    private static string Collapse(StringBuilder key)
    {
        var result = new StringBuilder(key.Length);
        for (var i = 0; i < key.Length; i++)
        {
            var c = key[i];
            if (c == 'e' && result.Length > 0 && result[^1] == 'i') result.Length--;
            if (result.Length > 0 && result[^1] == c && !char.IsDigit(c)) continue;
            result.Append(c);
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }
}
