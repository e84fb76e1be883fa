using System.Security.Cryptography;
using System.Text;

namespace Learning.Domain.Badges;

/// <summary>
/// A badge as text: <c>HTTPS://HOST/B/CODE</c>, where CODE is the base32 of payload‖signature (78 bytes, 125 characters). All
/// upper case, which a QR code packs into 5.5 bits a character; any phone's camera opens the holder's own page with it.
/// The host is not part of what is verified: a badge stays good when the federation's address changes.
/// </summary>
public static class BadgeText
{
    /// <summary>Bytes of a signature: r‖s of P-256.</summary>
    public const int SignatureBytes = 64;

    /// <summary>Characters of a code.</summary>
    public static readonly int CodeLength = Base32.LengthOf(BadgePayload.Bytes + SignatureBytes);

    // Shorter than any version could be, so that a stray web page under /B/ is foreign and not "update the app".
    private const int LeastBytesOfAnyVersion = 32;

    private const int LongestText = 1024;

    private static ReadOnlySpan<byte> Purpose => "LEARNING-BADGE\x01"u8;

    /// <summary>What is signed: a fixed prefix, so that a signature for another purpose is never one for a badge, then the payload.</summary>
    /// <param name="payload">The payload's bytes.</param>
    public static byte[] SignedBytes(ReadOnlySpan<byte> payload) => [.. Purpose, .. payload];

    /// <summary>The code of a signed badge: stored with the badge, and printed again unchanged.</summary>
    /// <param name="payload">The 14 bytes.</param>
    /// <param name="signature">The 64 bytes.</param>
    /// <exception cref="ArgumentException">A length is wrong.</exception>
    public static string Code(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature)
    {
        if (payload.Length != BadgePayload.Bytes) throw new ArgumentException("A payload has 14 bytes.", nameof(payload));
        if (signature.Length != SignatureBytes) throw new ArgumentException("A signature has 64 bytes.", nameof(signature));
        return Base32.Encode([.. payload, .. signature]);
    }

    /// <summary>The text to put into the QR code.</summary>
    /// <param name="site">The site's address, e.g. <c>https://learning.example.mn</c>.</param>
    /// <param name="code">The badge's code.</param>
    public static string Url(Uri site, string code) => $"{site.GetLeftPart(UriPartial.Authority)}/B/{code}".ToUpperInvariant();

    /// <summary>
    /// Reads a scanned or typed text: the address, the bare code, or a short code. True if there is a badge to verify or a
    /// short code to look up; otherwise <see cref="ParsedBadge.Kind"/> says whether to update the app or that it isn't ours.
    /// </summary>
    /// <param name="scanned">The text; white space around it (a USB scanner's Enter) is ignored.</param>
    /// <param name="badge">What it is, never null.</param>
    public static bool TryParse(string? scanned, out ParsedBadge badge)
    {
        badge = Parse(scanned);
        return badge.Kind is BadgeTextKind.Badge or BadgeTextKind.ShortCode;
    }

    /// <summary>What is kept of a foreign text: its SHA-256 in lower-case hexadecimal.</summary>
    /// <param name="scanned">The text as scanned.</param>
    public static string HashOf(string scanned) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(scanned)));

    private static ParsedBadge Parse(string? scanned)
    {
        if (scanned is null || scanned.Length > LongestText) return ParsedBadge.Foreign;

        var text = scanned.AsSpan().Trim();
        var isAddress = TryCodeOfAddress(text, out var code);
        if (!isAddress)
        {
            if (ShortCode.TryRead(scanned, out var shortCode)) return ParsedBadge.OfShortCode(shortCode);
            code = text;
        }

        if (!Base32.TryDecode(code, out var bytes) || bytes.Length == 0) return ParsedBadge.Foreign;
        if (bytes[0] != BadgePayload.CurrentVersion)
            return isAddress && bytes.Length >= LeastBytesOfAnyVersion ? ParsedBadge.UnknownVersion : ParsedBadge.Foreign;

        return bytes.Length == BadgePayload.Bytes + SignatureBytes && BadgePayload.TryRead(bytes.AsSpan(0, BadgePayload.Bytes), out var payload)
            ? ParsedBadge.Of(payload, bytes)
            : ParsedBadge.Foreign;
    }

    // Not System.Uri: it would forgive and normalise ("/x/../B/", escapes, white space), and one badge has one text.
    private static bool TryCodeOfAddress(ReadOnlySpan<char> text, out ReadOnlySpan<char> code)
    {
        code = default;
        var rest = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? text[8..]
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? text[7..]
            : default;
        var slash = rest.IndexOf('/');
        if (slash < 1 || rest[..slash].IndexOfAny("?#@\\ ") >= 0) return false;
        var path = rest[slash..];
        if (!path.StartsWith("/b/", StringComparison.OrdinalIgnoreCase)) return false;
        code = path[3..];
        return true;
    }
}
