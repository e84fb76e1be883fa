using Learning.Domain.Certificates;
using Learning.Web.Kit;
using Learning.Web.Words;

namespace Learning.Web.Pages.Verify;

/// <summary>Whether a certificate stands, as whoever verifies it reads it first.</summary>
/// <param name="Tone">Good for a valid one.</param>
/// <param name="Text">In words.</param>
public sealed record Verdict(Tone Tone, string Text)
{
    /// <summary>The verdict on a day.</summary>
    /// <param name="facts">The certificate.</param>
    /// <param name="today">In the federation's time zone.</param>
    /// <param name="words">In which language.</param>
    public static Verdict Of(CertificateFacts facts, DateOnly today, IWords words) => facts.StatusOn(today) switch
    {
        CertificateStatus.Valid => new(Tone.Good, words["certificate.verdict.valid", words.Pick(facts.IssuerNameMn, facts.IssuerNameEn), facts.IssuedOn]),
        CertificateStatus.Expired => new(Tone.Warning, words["certificate.verdict.expired", facts.ValidUntil]),
        CertificateStatus.Superseded => new(Tone.Warning, words["certificate.verdict.superseded", CertificateNumber.Printed(facts.SupersededBy!)]),
        CertificateStatus.Revoked => new(Tone.Bad, words["certificate.verdict.revoked", facts.RevokedOn]),
        var other => throw new InvalidOperationException($"No verdict for {other}."),
    };
}
