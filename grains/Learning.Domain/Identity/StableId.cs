using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Identity;

/// <summary>Ids that follow from what they name: the same content gives the same id on every machine and in every repeat.</summary>
public static class StableId
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>
    /// 26 characters of lower-case Crockford base 32: 128 bits of the SHA-256 of the parts. Two ids are the same only for the
    /// same parts in the same order, whatever characters the parts hold.
    /// </summary>
    /// <param name="kind">What the id names, e.g. <c>person</c>; ids of different kinds never meet.</param>
    /// <param name="parts">What it follows from.</param>
    public static string Of(string kind, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(kind);
        // The lengths keep ("ab", "c") and ("a", "bc") apart.
        foreach (var part in parts) text.Append('\0').Append(part.Length).Append(':').Append(part);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        Span<char> id = stackalloc char[26];
        UInt128 bits = 0;
        foreach (var b in hash[..16]) bits = (bits << 8) | b;
        for (var i = id.Length - 1; i >= 0; i--)
        {
            id[i] = Digits[(int)(bits & 31)];
            bits >>= 5;
        }
        return new string(id);
    }
}
