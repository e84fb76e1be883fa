using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Learning.Domain.Badges;
using Learning.Domain.Ids;

namespace Learning.Domain.Checkin.SelfCheckIn;

/// <summary>
/// The code on a trainer's screen by which people check themselves in: <c>HTTPS://HOST/C/CODE</c>, all upper case, new every
/// 15 seconds and made without a signal (checkin-protocol.md, self check-in). CODE is the base32 of 33 bytes: version, cohort
/// id (16), session number (2), step (4), and the first 10 bytes of HMAC-SHA256 under the session's own key over
/// <c>"LEARNING-SESSION\x01"</c> and all before. Numbers have the high byte first.
/// </summary>
public sealed class SessionCode
{
    /// <summary>How long a code is shown.</summary>
    public static readonly TimeSpan StepTime = TimeSpan.FromSeconds(15);

    /// <summary>Characters of a code.</summary>
    public static readonly int CodeLength = Base32.LengthOf(Bytes);

    private const byte Version = 1;
    private const int Signed = 1 + 16 + 2 + 4;
    private const int MacBytes = 10;
    private const int Bytes = Signed + MacBytes;

    private readonly byte[] bytes;

    private SessionCode(byte[] bytes)
    {
        this.bytes = bytes;
        SessionId = Sessions.SessionId.Of(LearningId.OfBytes(bytes.AsSpan(1, 16)), BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(17)));
        Step = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(19));
    }

    /// <summary>The session that it names.</summary>
    public string SessionId { get; }

    /// <summary>The step in which it was shown, counted from 1970 in UTC.</summary>
    public uint Step { get; }

    private static ReadOnlySpan<byte> Purpose => "LEARNING-SESSION\u0001"u8;

    /// <summary>The step at a moment.</summary>
    /// <param name="at">The moment.</param>
    public static uint StepAt(DateTimeOffset at) => (uint)Math.Clamp(at.ToUnixTimeSeconds() / (long)StepTime.TotalSeconds, 0, uint.MaxValue);

    /// <summary>The text to put into the QR code.</summary>
    /// <param name="site">The site's address, e.g. <c>https://learning.example.mn</c>.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="step">See <see cref="StepAt"/>.</param>
    /// <param name="key">The session's own key, from the bundle.</param>
    /// <exception cref="ArgumentException">The id is no session's.</exception>
    public static string Url(Uri site, string sessionId, uint step, ReadOnlySpan<byte> key) =>
        $"{site.GetLeftPart(UriPartial.Authority)}/C/{Code(sessionId, step, key)}".ToUpperInvariant();

    /// <summary>The code alone.</summary>
    /// <param name="sessionId">The session.</param>
    /// <param name="step">See <see cref="StepAt"/>.</param>
    /// <param name="key">The session's own key.</param>
    /// <exception cref="ArgumentException">The id is no session's.</exception>
    public static string Code(string sessionId, uint step, ReadOnlySpan<byte> key)
    {
        if (!Sessions.SessionId.TryParse(sessionId, out var cohortId, out var number)) throw new ArgumentException("This is no session's id.", nameof(sessionId));
        var bytes = new byte[Bytes];
        bytes[0] = Version;
        LearningId.ToBytes(cohortId).CopyTo(bytes, 1);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(17), (ushort)number);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(19), step);
        Mac(bytes.AsSpan(0, Signed), key).CopyTo(bytes, Signed);
        return Base32.Encode(bytes);
    }

    /// <summary>Reads a code strictly: exactly this form and version, in upper or lower case. Whether its key made it is another question.</summary>
    /// <param name="text">The code, without the address.</param>
    /// <param name="code">What it says.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SessionCode? code)
    {
        code = null;
        if (text?.Length != CodeLength || !Base32.TryDecode(text, out var bytes) || bytes.Length != Bytes || bytes[0] != Version) return false;
        var read = new SessionCode(bytes);
        if (!Sessions.SessionId.TryParse(read.SessionId, out _, out _)) return false;
        code = read;
        return true;
    }

    /// <summary>Whether the session's key made it.</summary>
    /// <param name="key">The session's own key.</param>
    public bool IsMadeWith(ReadOnlySpan<byte> key) => CryptographicOperations.FixedTimeEquals(Mac(bytes.AsSpan(0, Signed), key), bytes.AsSpan(Signed));

    /// <summary>Whether it is on the screen now, give or take one step: clocks differ, and a camera takes a moment.</summary>
    /// <param name="now">The server's clock.</param>
    public bool IsShownAt(DateTimeOffset now) => Math.Abs((long)Step - StepAt(now)) <= 1;

    private static byte[] Mac(ReadOnlySpan<byte> signed, ReadOnlySpan<byte> key) => HMACSHA256.HashData(key, [.. Purpose, .. signed])[..MacBytes];
}
