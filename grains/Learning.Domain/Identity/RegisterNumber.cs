using Learning.Domain.Text;

namespace Learning.Domain.Identity;

/// <summary>
/// What can be kept of a citizen's register number: two Cyrillic letters and eight digits, of which the first six are the
/// day of birth as YYMMDD, with 20 added to the month from the year 2000 on.
/// </summary>
/// <param name="Number">Keyed hash and last two digits.</param>
/// <param name="BirthYear">The year of birth that the number says.</param>
/// <remarks>
/// The ninth digit is said to tell the sex; on the federation's sheets it does not (odd and even are as frequent for
/// women as for men), so nothing is concluded from it.
/// </remarks>
public sealed record RegisterNumber(KeyedNumber Number, int BirthYear)
{
    /// <summary>
    /// Reads a register number: lower case, blanks, hyphens and Latin letters that look like Cyrillic ones are put right.
    /// </summary>
    /// <param name="text">What was written.</param>
    /// <param name="secret">The secret to hash it under.</param>
    /// <returns>The number, or <see langword="null"/> where it is none: other letters, not eight digits, no such month or day.</returns>
    public static RegisterNumber? Parse(string? text, IdentitySecret secret)
    {
        if (Canonical(text) is not { } number) return null;
        var year = Digits(number, 2);
        var month = Digits(number, 4);
        return new RegisterNumber(new KeyedNumber(secret.Hash("register", number), number[^2..]), month > 20 ? 2000 + year : 1900 + year);
    }

    /// <summary>Whether the text reads as a register number, for checking a form before anything is sent.</summary>
    /// <param name="text">What was written.</param>
    public static bool IsValid(string? text) => Canonical(text) is not null;

    private static string? Canonical(string? text)
    {
        Span<char> number = stackalloc char[10];
        var length = 0;
        foreach (var typed in MongolianText.Clean(text))
        {
            if (typed is ' ' or '-' or '.' or '–') continue;
            if (length == 10) return null;
            var c = char.ToUpperInvariant(typed);
            if (length < 2)
            {
                c = MongolianText.LookAlike(c, y: 'У');
                if (c is not ((>= 'А' and <= 'Я') or 'Ё' or 'Ө' or 'Ү')) return null;
            }
            // O for zero is the commonest slip among the digits, in either script.
            else if (c is 'О' or 'O') c = '0';
            else if (c is not (>= '0' and <= '9')) return null;
            number[length++] = c;
        }
        if (length != 10) return null;
        var canonical = new string(number);
        var month = Digits(canonical, 4);
        var day = Digits(canonical, 6);
        return month is (>= 1 and <= 12) or (>= 21 and <= 32) && day is >= 1 and <= 31 ? canonical : null;
    }

    private static int Digits(string number, int at) => (number[at] - '0') * 10 + (number[at + 1] - '0');
}
