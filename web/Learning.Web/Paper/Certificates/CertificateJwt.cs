using System.Globalization;
using System.Security.Cryptography;
using Learning.Domain.Certificates;
using Learning.Domain.Courses;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Learning.Web.Paper.Certificates;

/// <summary>
/// A certificate as a verifiable credential: a JWT signed with ES256, whose claims are laid out as an Open Badges 3.0
/// achievement credential (W3C Verifiable Credentials 2.0). It says no more of the holder than the public page does.
/// <para>
/// The signature proves that it was issued, not that it still stands: its <c>id</c> is the public page, which says so.
/// </para>
/// </summary>
public static class CertificateJwt
{
    private static readonly string[] Contexts =
        ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"];

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Signs the credential. Each call gives another, equally good signature.</summary>
    /// <param name="facts">The certificate; the day of validity ends with <see cref="CertificateFacts.ValidUntil"/> in <paramref name="zone"/>.</param>
    /// <param name="site">The site's address: the issuer's id.</param>
    /// <param name="zone">The federation's time zone, in which its days begin and end.</param>
    /// <param name="key">The issuer's private P-256 key.</param>
    /// <param name="kid">The key's id, under which the site publishes the public key.</param>
    /// <returns>The compact JWT.</returns>
    public static string Issue(CertificateFacts facts, Uri site, TimeZoneInfo zone, ECDsa key, string kid)
    {
        var issuer = site.GetLeftPart(UriPartial.Authority);
        var validFrom = StartOf(facts.IssuedOn, zone);
        DateTimeOffset? validUntil = facts.ValidUntil is { } last ? StartOf(last.AddDays(1), zone).AddSeconds(-1) : null;

        var claims = new Dictionary<string, object>
        {
            ["@context"] = Contexts,
            ["id"] = CertificateAddress.Of(site, facts.Number),
            ["type"] = new[] { "VerifiableCredential", "OpenBadgeCredential" },
            ["name"] = facts.CourseTitleEn,
            ["issuer"] = Map(("id", issuer), ("type", new[] { "Profile" }), ("name", facts.IssuerNameEn), ("otherName", facts.IssuerNameMn)),
            ["validFrom"] = Moment(validFrom),
            ["credentialSubject"] = Subject(facts, site),
            [JwtRegisteredClaimNames.Jti] = CertificateNumber.Printed(facts.Number),
        };
        if (validUntil is { } until) claims["validUntil"] = Moment(until);

        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            IssuedAt = validFrom.UtcDateTime,
            NotBefore = validFrom.UtcDateTime,
            Expires = validUntil?.UtcDateTime,
            Claims = claims,
            TokenType = "vc+jwt",
            SigningCredentials = new(
                // The provider cache would keep using a key that its owner has disposed of.
                new ECDsaSecurityKey(key) { KeyId = kid, CryptoProviderFactory = new() { CacheSignatureProviders = false } },
                SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static Dictionary<string, object> Subject(CertificateFacts facts, Uri site)
    {
        var achievement = Map(
            ("id", $"{site.GetLeftPart(UriPartial.Authority)}/courses/{Uri.EscapeDataString(facts.CourseCode)}#v{facts.CourseVersion}"),
            ("type", new[] { "Achievement" }),
            ("achievementType", facts.Kind == CertificateKind.Completion ? "CertificateOfCompletion" : "Certificate"),
            ("humanCode", facts.CourseCode),
            ("version", facts.CourseVersion.ToString(CultureInfo.InvariantCulture)),
            ("name", facts.CourseTitleEn),
            ("description", string.Create(CultureInfo.InvariantCulture, $"{facts.CourseTitleMn}. {facts.Hours:0.##} hours, {facts.RegionNameEn}.")),
            ("criteria", Map(("narrative", facts.Kind == CertificateKind.Completion ? "Met the course's completion rule." : "Took part in the course."))));

        var subject = Map(
            ("type", new[] { "AchievementSubject" }),
            ("activityStartDate", Moment(facts.FirstSession)),
            ("activityEndDate", Moment(facts.LastSession)),
            ("achievement", achievement));
        // Open Badges asks for an id or an identifier: without consent to the name, the certificate itself is what we know.
        if (facts.HolderName is { } name)
            subject["identifier"] = new[] { Map(("type", "IdentityObject"), ("hashed", false), ("identityType", "name"), ("identityHash", name)) };
        else
            subject["id"] = CertificateAddress.Of(site, facts.Number) + "#holder";
        return subject;
    }

    private static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight, the day starts an hour later.
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static string Moment(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly day) => day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static Dictionary<string, object> Map(params (string Name, object Value)[] members) =>
        members.ToDictionary(member => member.Name, member => member.Value);
}
