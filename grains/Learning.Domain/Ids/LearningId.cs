using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Ids;

/// <summary>
/// The one maker of ids: 26 characters of lower-case Crockford base32 (no i, l, o, u), 128 bits. New ids are UUIDv7 and so
/// sort by time; derived ids are a hash of what makes the thing itself, so that making it again gives the same id.
/// </summary>
public static class LearningId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Length of every id.</summary>
    public const int Length = 26;

    /// <summary>A new id.</summary>
    /// <param name="clock">Gives the time part.</param>
    public static string New(TimeProvider clock) => Text(Guid.CreateVersion7(clock.GetUtcNow()).ToByteArray(bigEndian: true));

    /// <summary>The id of the thing that these parts name: always the same for the same parts.</summary>
    /// <param name="kind">What is named; keeps, say, a cohort and a trainee made from the same row apart.</param>
    /// <param name="parts">What makes it itself, in order.</param>
    public static string From(string kind, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, kind);
        foreach (var part in parts) Append(hash, part);
        return Text(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>Whether the text has the form of an id.</summary>
    /// <param name="text">What somebody sent.</param>
    public static bool IsId(string? text) => text is { Length: Length } && text.All(Alphabet.Contains);

    /// <summary>The 16 bytes that an id stands for, where every character counts; <see cref="OfBytes"/> gives it back.</summary>
    /// <param name="id">An id.</param>
    /// <exception cref="ArgumentException">It is none, or stands for more than 128 bits.</exception>
    public static byte[] ToBytes(string id)
    {
        // 26 characters hold 130 bits, so that the first is at most 7 in an id that was made here.
        if (!IsId(id) || id[0] > '7') throw new ArgumentException("This is no id.", nameof(id));
        var value = UInt128.Zero;
        foreach (var c in id) value = value << 5 | (UInt128)Alphabet.IndexOf(c, StringComparison.Ordinal);
        var bytes = new byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, value);
        return bytes;
    }

    /// <summary>The id that 16 bytes stand for.</summary>
    /// <param name="bytes">16 bytes, as <see cref="ToBytes"/> gives them.</param>
    public static string OfBytes(ReadOnlySpan<byte> bytes) => Text(bytes);

    // The length before each part keeps ("ab","c") and ("a","bc") apart.
    private static void Append(IncrementalHash hash, string part)
    {
        var bytes = Encoding.UTF8.GetBytes(part);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        var value = new UInt128(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes), System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));
        Span<char> text = stackalloc char[Length];
        for (var i = Length - 1; i >= 0; i--, value >>= 5) text[i] = Alphabet[(int)(value & 31)];
        return new string(text);
    }
}
