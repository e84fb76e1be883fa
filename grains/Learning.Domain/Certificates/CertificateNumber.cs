using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Learning.Domain.Badges;

namespace Learning.Domain.Certificates;

/// <summary>
/// The number of a certificate: 15 characters (75 bits) and a check character, printed as <c>7K3M-9QW2-4TXA-H6ZR</c>.
/// <para>
/// It is a keyed hash of what the certificate is for, so issuing the same one again (a retry, a second close) gives the same
/// number and no register of numbers is needed. Without the key nobody can guess one: with a million certificates issued, one
/// guess in 3.8e16 hits. Two of a hundred million agree with a probability of 1.3e-7.
/// </para>
/// </summary>
public static class CertificateNumber
{
    private const int Characters = 15;

    private const int LeastKeyBytes = 32;

    /// <summary>Characters of a number with its check character, ungrouped.</summary>
    public const int Length = Characters + 1;

    /// <summary>The ungrouped number: the form to store, to compare and to use as the certificate's id.</summary>
    /// <param name="key">The federation's secret, at least 32 bytes. Changing it changes what a repeated issue gives.</param>
    /// <param name="cohortId">The cohort.</param>
    /// <param name="traineeId">The holder.</param>
    /// <param name="serial">1 for the first certificate of this person in this cohort, one more for each reissue.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The serial is below 1.</exception>
    public static string Of(ReadOnlySpan<byte> key, string cohortId, string traineeId, int serial)
    {
        if (key.Length < LeastKeyBytes) throw new ArgumentException("The secret has at least 32 bytes.", nameof(key));
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);

        // Each id with its length before it: ("a", "bc") and ("ab", "c") are different certificates.
        using var text = new MemoryStream();
        text.Write("LEARNING-CERTIFICATE\x01"u8);
        Write(text, Encoding.UTF8.GetBytes(cohortId));
        Write(text, Encoding.UTF8.GetBytes(traineeId));
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, serial);
        text.Write(number);
        return TypedCode.FromBits(HMACSHA256.HashData(key, text.ToArray()), Characters);
    }

    /// <summary>The number as printed, in groups of four.</summary>
    /// <param name="number">An ungrouped number.</param>
    public static string Printed(string number) => TypedCode.Grouped(number);

    /// <summary>Reads what somebody typed; false if it can't be a certificate number (wrong length, sign, or check character).</summary>
    /// <param name="typed">Any case, with or without spaces and dashes, O for 0, I or L for 1, Cyrillic look-alikes.</param>
    /// <param name="number">The ungrouped number; empty when false.</param>
    public static bool TryRead(string? typed, out string number) => TypedCode.TryRead(typed, Length, out number);

    private static void Write(MemoryStream to, byte[] bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        to.Write(length);
        to.Write(bytes);
    }
}
