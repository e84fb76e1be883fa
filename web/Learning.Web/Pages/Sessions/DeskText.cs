using Learning.Domain.Identity;
using Learning.Domain.Text;

namespace Learning.Web.Pages.Sessions;

/// <summary>What a text in the desk's field can be when it is no badge and no short code.</summary>
public static class DeskText
{
    private const int LongestName = 60;

    // A badge's code has 125 characters and the shortest short code nine; no name is so long without a space.
    private const int LongestWord = 40;
    private const int ShortestCode = 9;

    /// <summary>Whether somebody can be searched by it: at least two letters and nothing a name hasn't, or a phone number.</summary>
    /// <param name="text">What was typed.</param>
    public static bool IsName(string text)
    {
        if (PhoneNumber.Canonical(text) is not null) return true;
        var clean = MongolianText.Clean(text);
        return clean.Length <= LongestName && clean.Count(char.IsLetter) >= 2 && clean.All(IsOfNames);
    }

    /// <summary>
    /// Whether it looks like a code from a scanner that typed on a Cyrillic keyboard: a scanner sends keys, not characters, so
    /// with that layout <c>HTTPS://</c> arrives as Cyrillic letters and other signs, without a space.
    /// </summary>
    /// <param name="text">What was typed.</param>
    public static bool IsOtherKeyboard(string text)
    {
        var typed = text.Trim();
        if (typed.Any(char.IsWhiteSpace) || !typed.Any(c => c is >= '\u0400' and <= '\u052F')) return false;
        return typed.Length >= LongestWord || (typed.Length >= ShortestCode && !typed.All(IsOfNames));
    }

    private static bool IsOfNames(char c) => char.IsLetter(c) || c is ' ' or '-' or '.' or '\'' or '’' or '‐' or '‑';
}
