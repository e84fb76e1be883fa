using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Badges;

/// <summary>
/// The code printed on a badge for typing when no camera works: 8 characters (40 bits) and a check character, shown as
/// <c>7K3M-9QW2-X</c>. It is a hash of the badge id, so that it tells nothing of the id that the signed badge carries.
/// <para>
/// Two badges may share a short code. Expected number of such pairs among n badges is n(n-1)/2^41: 0.00005 for 10,500 badges,
/// 0.5 for a million, 4,500 for a hundred million; within one session of 60 people 2e-9. So: look it up on the session's
/// roster first, then everywhere, and where two answer, ask for the name.
/// </para>
/// </summary>
public static class ShortCode
{
    private const int Characters = 8;

    /// <summary>Characters of a code with its check character, ungrouped.</summary>
    public const int Length = Characters + 1;

    /// <summary>The ungrouped code of a badge, e.g. <c>7K3M9QW2X</c>: the form to store and compare.</summary>
    /// <param name="badgeId">16 lower-case hexadecimal digits.</param>
    /// <exception cref="ArgumentException">The badge id has another form.</exception>
    public static string Of(string badgeId)
    {
        if (!BadgeId.IsValid(badgeId)) throw new ArgumentException("A badge id has 16 lower-case hexadecimal digits.", nameof(badgeId));
        return TypedCode.FromBits(SHA256.HashData(Encoding.ASCII.GetBytes("LEARNING-SHORT\x01" + badgeId)), Characters);
    }

    /// <summary>The code as printed: groups of four, then the check character.</summary>
    /// <param name="code">An ungrouped code.</param>
    public static string Printed(string code) => TypedCode.Grouped(code);

    /// <summary>Reads what somebody typed; false if it isn't a short code or a character is wrong.</summary>
    /// <param name="typed">Any case, with or without spaces and dashes, O for 0, I or L for 1, Cyrillic look-alikes.</param>
    /// <param name="code">The ungrouped code; empty when false.</param>
    public static bool TryRead(string? typed, out string code) => TypedCode.TryRead(typed, Length, out code);
}
