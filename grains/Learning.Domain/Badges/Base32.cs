namespace Learning.Domain.Badges;

/// <summary>
/// Base32 of RFC 4648 section 6, without padding: the densest common text form that a QR code keeps in its alphanumeric
/// mode. Decoding is strict, so that each byte string has exactly one text and no bit can be changed unnoticed.
/// </summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>How many characters stand for so many bytes.</summary>
    /// <param name="bytes">Number of bytes.</param>
    public static int LengthOf(int bytes) => (bytes * 8 + 4) / 5;

    /// <summary>Upper-case text of the bytes.</summary>
    /// <param name="bytes">Any bytes.</param>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[LengthOf(bytes.Length)];
        int buffer = 0, bits = 0, at = 0;
        foreach (var b in bytes)
        {
            buffer = (buffer << 8 | b) & 0xFFFF;
            bits += 8;
            while (bits >= 5)
            {
                bits -= 5;
                text[at++] = Alphabet[buffer >> bits & 31];
            }
        }

        if (bits > 0) text[at] = Alphabet[buffer << 5 - bits & 31];
        return new string(text);
    }

    /// <summary>
    /// Reads text in upper or lower case. False for any other character, for a length that no byte string has, and for
    /// left-over bits that are not zero.
    /// </summary>
    /// <param name="text">The text, without padding.</param>
    /// <param name="bytes">The bytes; empty when false.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        var length = text.Length * 5 / 8;
        if (LengthOf(length) != text.Length) return false;

        var result = new byte[length];
        int buffer = 0, bits = 0, at = 0;
        foreach (var c in text)
        {
            var digit = c switch
            {
                >= 'A' and <= 'Z' => c - 'A',
                >= 'a' and <= 'z' => c - 'a',
                >= '2' and <= '7' => c - '2' + 26,
                _ => -1,
            };
            if (digit < 0) return false;
            buffer = (buffer << 5 | digit) & 0xFFFF;
            bits += 5;
            if (bits < 8) continue;
            bits -= 8;
            result[at++] = (byte)(buffer >> bits);
        }

        if ((buffer & (1 << bits) - 1) != 0) return false;
        bytes = result;
        return true;
    }
}
