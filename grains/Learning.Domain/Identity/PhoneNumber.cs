using Learning.Domain.Text;

namespace Learning.Domain.Identity;

/// <summary>Mongolian phone numbers: eight digits, with or without the country's 976 in front.</summary>
public static class PhoneNumber
{
    /// <summary>Reads a phone number as it may be kept.</summary>
    /// <param name="text">What was written; blanks, hyphens, dots, brackets and <c>+976</c> or <c>00976</c> are taken off.</param>
    /// <param name="secret">The secret to hash it under.</param>
    /// <returns>
    /// Keyed hash and last two digits, or <see langword="null"/>: not eight digits, or digits that stand for "none"
    /// (all the same, or 12345678), which would make one person of everybody who has none.
    /// </returns>
    public static KeyedNumber? Parse(string? text, IdentitySecret secret) =>
        Canonical(text) is { } digits ? new KeyedNumber(secret.Hash("phone", digits), digits[^2..]) : null;

    /// <summary>Whether the text reads as a phone number.</summary>
    /// <param name="text">What was written.</param>
    public static bool IsValid(string? text) => Canonical(text) is not null;

    /// <summary>The eight digits, or <see langword="null"/> where the text is no phone number.</summary>
    /// <param name="text">What was written.</param>
    public static string? Canonical(string? text)
    {
        var clean = MongolianText.Clean(text);
        Span<char> digits = stackalloc char[16];
        var length = 0;
        foreach (var c in clean)
        {
            if (c is ' ' or '-' or '.' or '(' or ')' or '/' or '+' or '–') continue;
            if (c is not (>= '0' and <= '9') || length == digits.Length) return null;
            digits[length++] = c;
        }
        ReadOnlySpan<char> number = digits[..length];
        if (number.Length == 13 && number.StartsWith("00976")) number = number[5..];
        else if (number.Length == 11 && number.StartsWith("976")) number = number[3..];
        if (number.Length != 8 || number.IndexOfAnyExcept(number[0]) < 0 || number is "12345678") return null;
        return number.ToString();
    }
}
