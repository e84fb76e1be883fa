namespace Learning.Domain.Badges;

/// <summary>
/// Codes that people read out and type: Crockford's base32 (no I, L, O, U) with one check character from the same alphabet.
/// <para>
/// The check character makes the code a word of a Reed-Solomon code with one parity symbol over GF(32): the sum of all
/// characters, each times a different power of the field's generator, is zero. It notices every single wrong character and
/// every exchange of two characters, wherever they stand, in codes of up to 31 characters. (Crockford's own modulo-37 check
/// needs the signs * ~ $ = and U, which are hard to find on a phone's keyboard.)
/// </para>
/// </summary>
public static class TypedCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    // What is mistaken for a character of the alphabet: by eye (O, I, L), or because the keyboard was left in Cyrillic and
    // the letter looks the same on the key cap or in print. U has no look-alike left but V.
    private static readonly Dictionary<char, char> Mistaken = new()
    {
        ['O'] = '0', ['I'] = '1', ['L'] = '1', ['U'] = 'V',
        ['А'] = 'A', ['В'] = 'B', ['Е'] = 'E', ['З'] = '3', ['К'] = 'K', ['М'] = 'M', ['Н'] = 'H', ['О'] = '0', ['Ө'] = '0',
        ['Р'] = 'P', ['С'] = 'C', ['Т'] = 'T', ['У'] = 'Y', ['Ү'] = 'Y', ['Х'] = 'X', ['І'] = '1',
    };

    /// <summary>The first bits of some bytes as a code with its check character, ungrouped.</summary>
    /// <param name="bits">At least 5 × <paramref name="characters"/> bits.</param>
    /// <param name="characters">How many characters, not counting the check character.</param>
    public static string FromBits(ReadOnlySpan<byte> bits, int characters)
    {
        var code = new char[characters + 1];
        int buffer = 0, held = 0, next = 0, sum = 0;
        for (var i = 0; i < characters; i++)
        {
            if (held < 5)
            {
                buffer = (buffer << 8 | bits[next++]) & 0xFFFF;
                held += 8;
            }

            held -= 5;
            var digit = buffer >> held & 31;
            code[i] = Alphabet[digit];
            sum ^= Times(digit, Power(characters - i));
        }

        code[characters] = Alphabet[sum];
        return new string(code);
    }

    /// <summary>
    /// The code as printed, without groups, from what somebody typed: case, spaces and dashes do not matter, and
    /// characters that are easily mistaken are read as what was meant. False if the length or the check character is wrong.
    /// </summary>
    /// <param name="typed">What was typed or scanned.</param>
    /// <param name="length">Characters of the code with its check character.</param>
    /// <param name="code">The code; empty when false.</param>
    public static bool TryRead(string? typed, int length, out string code)
    {
        code = "";
        if (typed is null || typed.Length > 4 * length) return false;

        Span<char> found = stackalloc char[length];
        int at = 0, sum = 0;
        foreach (var c in typed)
        {
            if (char.IsWhiteSpace(c) || c is '-' or '_' or '.' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212') continue;
            var upper = char.ToUpperInvariant(c);
            if (Mistaken.TryGetValue(upper, out var meant)) upper = meant;
            var digit = Alphabet.IndexOf(upper, StringComparison.Ordinal);
            if (digit < 0 || at == length) return false;
            sum ^= Times(digit, Power(length - 1 - at));
            found[at++] = upper;
        }

        if (at != length || sum != 0) return false;
        code = new string(found);
        return true;
    }

    /// <summary>The code in groups of four joined by dashes, as printed.</summary>
    /// <param name="code">An ungrouped code.</param>
    public static string Grouped(string code) =>
        string.Join('-', code.Chunk(4).Select(group => new string(group)));

    private static int Power(int exponent)
    {
        var power = 1;
        for (var i = 0; i < exponent; i++) power = Times(power, 2);
        return power;
    }

    // Multiplication in GF(32) modulo x^5 + x^2 + 1, of which x is a generator.
    private static int Times(int a, int b)
    {
        var product = 0;
        for (; b > 0; b >>= 1)
        {
            if ((b & 1) != 0) product ^= a;
            a <<= 1;
            if ((a & 32) != 0) a ^= 0b100101;
        }

        return product;
    }
}
