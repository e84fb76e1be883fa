using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Learning.Domain.Certificates;
using Learning.Tests.Badges;
using Learning.Web.Paper.Certificates;

namespace Learning.Tests.Paper;

public sealed class CertificateJwtTests
{
    private static readonly TimeZoneInfo Ulaanbaatar = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ulaanbaatar");

    private static string Issue(CertificateFacts facts, ECDsa key) =>
        CertificateJwt.Issue(facts, SampleCertificates.Site, Ulaanbaatar, key, "cert-2026");

    // RFC 7515 by hand: base64url, and the signature over the first two parts.
    private static (JsonElement Header, JsonElement Claims, bool Verified) Open(string jwt, ECDsa key)
    {
        var parts = jwt.Split('.');
        Assert.Equal(3, parts.Length);
        static byte[] Bytes(string part) =>
            Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '='));
        using var publicKey = ECDsa.Create();
        publicKey.ImportSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out _);
        var verified = publicKey.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return (JsonSerializer.Deserialize<JsonElement>(Bytes(parts[0])), JsonSerializer.Deserialize<JsonElement>(Bytes(parts[1])), verified);
    }

    [Fact]
    public void Another_verifier_accepts_it_and_finds_the_certificate_in_it()
    {
        using var key = BadgeTexts.NewKey();

        var (header, claims, verified) = Open(Issue(SampleCertificates.Completion, key), key);

        Assert.True(verified);
        Assert.Equal(("ES256", "cert-2026", "vc+jwt"), (Text(header, "alg"), Text(header, "kid"), Text(header, "typ")));
        Assert.Equal("https://learning.example.mn", Text(claims, "iss"));
        Assert.Equal("S7FB-FNPM-NQ09-F176", Text(claims, "jti"));
        Assert.Equal("https://learning.example.mn/verify/S7FB-FNPM-NQ09-F176", Text(claims, "id"));
        var achievement = claims.GetProperty("credentialSubject").GetProperty("achievement");
        Assert.Equal(("MER-110", "2", "Mercury-free gold processing"), (Text(achievement, "humanCode"), Text(achievement, "version"), Text(achievement, "name")));
        Assert.Contains("Мөнгөн усгүй баяжуулалт", Text(achievement, "description"), StringComparison.Ordinal);
        var identity = Assert.Single(claims.GetProperty("credentialSubject").GetProperty("identifier").EnumerateArray());
        Assert.Equal("Өлзийсайханы Мөнхцэцэг", Text(identity, "identityHash"));
    }

    [Fact]
    public void Its_days_are_those_of_the_federation()
    {
        using var key = BadgeTexts.NewKey();

        var (_, claims, _) = Open(Issue(SampleCertificates.Completion, key), key);

        // Ulaanbaatar is 8 hours ahead: 2026-03-09 begins on the 8th at 16:00 UTC; 2029-03-08 ends on that day at 15:59:59 UTC.
        Assert.Equal(("2026-03-08T16:00:00Z", "2029-03-08T15:59:59Z"), (Text(claims, "validFrom"), Text(claims, "validUntil")));
        Assert.Equal(1772985600, claims.GetProperty("nbf").GetInt64());
        Assert.Equal(1772985600, claims.GetProperty("iat").GetInt64());
        Assert.Equal(1867679999, claims.GetProperty("exp").GetInt64());
    }

    [Fact]
    public void Without_consent_nothing_personal_is_in_it()
    {
        using var key = BadgeTexts.NewKey();

        var (_, claims, _) = Open(Issue(SampleCertificates.Nameless with { ValidUntil = null, RevokedReason = "Хуурамч" }, key), key);

        Assert.False(claims.GetProperty("credentialSubject").TryGetProperty("identifier", out _));
        Assert.False(claims.TryGetProperty("exp", out _));
        Assert.False(claims.TryGetProperty("validUntil", out _));
        Assert.DoesNotContain("Хуурамч", claims.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            ["@context", "credentialSubject", "iat", "id", "iss", "issuer", "jti", "name", "nbf", "type", "validFrom"],
            claims.EnumerateObject().Select(claim => claim.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_changed_claim_or_another_key_is_refused()
    {
        using var key = BadgeTexts.NewKey();
        using var other = BadgeTexts.NewKey();
        var jwt = Issue(SampleCertificates.Completion, key);
        var parts = jwt.Split('.');
        var middle = parts[1].Length / 2;
        var changed = $"{parts[0]}.{parts[1][..middle]}{(parts[1][middle] == 'A' ? 'B' : 'A')}{parts[1][(middle + 1)..]}.{parts[2]}";

        Assert.True(Open(jwt, key).Verified);
        Assert.False(Open(jwt, other).Verified);
        using var publicKey = ECDsa.Create(key.ExportParameters(false));
        Assert.False(publicKey.VerifyData(
            Encoding.ASCII.GetBytes(changed[..changed.LastIndexOf('.')]),
            Convert.FromBase64String(parts[2].Replace('-', '+').Replace('_', '/') + "=="),
            HashAlgorithmName.SHA256));
    }

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString()!;
}
