using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace Learning.Domain.Badges;

/// <summary>
/// Signs and verifies badges on the server: ECDSA on P-256 with SHA-256, signature r‖s (IEEE P1363). In a browser ECDSA of
/// .NET throws; the field app verifies with WebCrypto and <see cref="BadgeRule"/>.
/// </summary>
[UnsupportedOSPlatform("browser")]
public static class BadgeSigning
{
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>Signs a badge. Do it once a badge and keep the code: a second signature has other bytes.</summary>
    /// <param name="payload">What the badge says; its key id is that of <paramref name="key"/>.</param>
    /// <param name="key">The private P-256 key.</param>
    /// <returns>The badge's code, see <see cref="BadgeText.Code"/>.</returns>
    /// <exception cref="ArgumentException">The key is not on P-256.</exception>
    public static string Sign(BadgePayload payload, ECDsa key)
    {
        if (!IsP256(key)) throw new ArgumentException("Badges are signed with a P-256 key.", nameof(key));
        var bytes = payload.ToBytes();
        var signature = key.SignData(BadgeText.SignedBytes(bytes), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return BadgeText.Code(bytes, signature);
    }

    /// <summary>The entry of the key set for a private key.</summary>
    /// <param name="kid">The key's id.</param>
    /// <param name="key">The private or public P-256 key.</param>
    /// <param name="validFrom">First day on which it signs.</param>
    /// <param name="validTo">Last day on which it signs.</param>
    /// <exception cref="ArgumentException">The key is not on P-256.</exception>
    public static BadgeKey PublicKey(byte kid, ECDsa key, DateOnly validFrom, DateOnly validTo) => IsP256(key)
        ? new(kid, Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), validFrom, validTo)
        : throw new ArgumentException("Badges are signed with a P-256 key.", nameof(key));

    /// <summary>The verdict on a badge.</summary>
    /// <param name="badge">A parsed badge.</param>
    /// <param name="keys">The key set.</param>
    /// <param name="day">The day of the session, in the training region's time zone.</param>
    /// <exception cref="ArgumentException">The text was no badge.</exception>
    /// <exception cref="CryptographicException">The key set holds something that isn't a P-256 public key.</exception>
    public static BadgeVerdict Verify(ParsedBadge badge, IEnumerable<BadgeKey> keys, DateOnly day)
    {
        if (!badge.IsBadge) throw new ArgumentException("Only a badge can be verified.", nameof(badge));
        var key = BadgeRule.KeyOf(badge.Payload, keys);
        return BadgeRule.Judge(badge.Payload, key, key is not null && Matches(badge, key), day);
    }

    private static bool Matches(ParsedBadge badge, BadgeKey key)
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key.Spki), out _);
        if (!IsP256(ecdsa)) throw new CryptographicException($"Badge key {key.Kid} is not on P-256.");
        return ecdsa.VerifyData(
            BadgeText.SignedBytes(badge.PayloadBytes.Span), badge.Signature.Span,
            HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static bool IsP256(ECDsa key) => key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256;
}
