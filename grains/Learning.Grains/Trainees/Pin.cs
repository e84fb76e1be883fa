using System.Security.Cryptography;

namespace Learning.Grains.Trainees;

/// <summary>PINs are short, so the digest only slows a thief of the database down; the lock-out is what guards the page.</summary>
internal static class Pin
{
    private const int Iterations = 100_000;

    /// <summary>Whether it is 4 to 8 digits.</summary>
    public static bool IsWellFormed(string? pin) => pin is { Length: >= 4 and <= 8 } && pin.All(char.IsAsciiDigit);

    /// <summary>A salted digest to keep.</summary>
    public static string Digest(string pin)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return Convert.ToHexStringLower(salt) + Convert.ToHexStringLower(Derive(pin, salt));
    }

    /// <summary>Whether the PIN is the one digested.</summary>
    public static bool Matches(string pin, string digest) =>
        CryptographicOperations.FixedTimeEquals(Derive(pin, Convert.FromHexString(digest.AsSpan(0, 32))), Convert.FromHexString(digest.AsSpan(32)));

    private static byte[] Derive(string pin, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(pin, salt, Iterations, HashAlgorithmName.SHA256, 32);
}
