using System.Security.Cryptography;

namespace Learning.Domain.Badges;

/// <summary>Badge ids: 8 random bytes, written as 16 lower-case hexadecimal digits. They say nothing about the holder.</summary>
public static class BadgeId
{
    /// <summary>Bytes of an id in a badge.</summary>
    public const int Bytes = 8;

    /// <summary>A new id. Two of a hundred million agree with a probability of 0.0003; the store's key makes it certain.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether the text is a badge id.</summary>
    /// <param name="text">Any text.</param>
    public static bool IsValid(string? text) =>
        text is { Length: 2 * Bytes } && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f');
}
