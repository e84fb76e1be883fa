using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Learning.Domain.Badges;

/// <summary>
/// What a badge says: which badge it is and when it is good. No name, no number, nothing personal.
/// <para>
/// 14 bytes: version, key id, badge id (8), not before (2), not after (2). Days are unsigned 16-bit numbers, high byte
/// first, counting from 2020-01-01 = 0 to 2199-06-06 = 65,535. The version byte's high four bits name the signature
/// algorithm (0: ECDSA on P-256 with SHA-256, 64 bytes r‖s as in IEEE P1363), its low four bits the payload's layout (1: this
/// one). A reader that doesn't know the whole byte can only ask to be updated.
/// </para>
/// </summary>
/// <param name="Version">Algorithm and layout; <see cref="CurrentVersion"/>.</param>
/// <param name="KeyId">Which of the federation's keys signed it.</param>
/// <param name="BadgeId">16 lower-case hexadecimal digits, see <see cref="Badges.BadgeId"/>.</param>
/// <param name="NotBefore">First day it is good.</param>
/// <param name="NotAfter">Last day it is good.</param>
public sealed record BadgePayload(byte Version, byte KeyId, string BadgeId, DateOnly NotBefore, DateOnly NotAfter)
{
    /// <summary>Algorithm 0, layout 1.</summary>
    public const byte CurrentVersion = 0x01;

    /// <summary>Bytes of a payload of the current version.</summary>
    public const int Bytes = 2 + Badges.BadgeId.Bytes + 2 + 2;

    /// <summary>Day 0 of the two date fields.</summary>
    public static readonly DateOnly FirstDay = new(2020, 1, 1);

    /// <summary>Day 65,535 of the two date fields.</summary>
    public static readonly DateOnly LastDay = FirstDay.AddDays(ushort.MaxValue);

    /// <summary>The 14 bytes that are signed and printed.</summary>
    /// <exception cref="InvalidOperationException">A field can't be written: unknown version, malformed id, or days out of range or order.</exception>
    public byte[] ToBytes()
    {
        if (Version != CurrentVersion) throw new InvalidOperationException($"Badge version {Version} can't be written.");
        if (!Badges.BadgeId.IsValid(BadgeId)) throw new InvalidOperationException("A badge id has 16 lower-case hexadecimal digits.");
        if (NotBefore < FirstDay || NotAfter > LastDay || NotAfter < NotBefore)
            throw new InvalidOperationException($"A badge's days lie between {FirstDay:O} and {LastDay:O}, in order.");

        var bytes = new byte[Bytes];
        bytes[0] = Version;
        bytes[1] = KeyId;
        Convert.FromHexString(BadgeId).CopyTo(bytes, 2);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(10), (ushort)(NotBefore.DayNumber - FirstDay.DayNumber));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(12), (ushort)(NotAfter.DayNumber - FirstDay.DayNumber));
        return bytes;
    }

    /// <summary>Reads exactly one payload of the current version; false for any other length, version, or days out of order.</summary>
    /// <param name="bytes">14 bytes.</param>
    /// <param name="payload">What they say.</param>
    public static bool TryRead(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out BadgePayload? payload)
    {
        payload = null;
        if (bytes.Length != Bytes || bytes[0] != CurrentVersion) return false;

        var notBefore = FirstDay.AddDays(BinaryPrimitives.ReadUInt16BigEndian(bytes[10..]));
        var notAfter = FirstDay.AddDays(BinaryPrimitives.ReadUInt16BigEndian(bytes[12..]));
        if (notAfter < notBefore) return false;

        payload = new(bytes[0], bytes[1], Convert.ToHexStringLower(bytes.Slice(2, Badges.BadgeId.Bytes)), notBefore, notAfter);
        return true;
    }
}
