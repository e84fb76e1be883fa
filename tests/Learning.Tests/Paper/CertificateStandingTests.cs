using Learning.Domain.Certificates;

namespace Learning.Tests.Paper;

public sealed class CertificateStandingTests
{
    private static readonly DateOnly Day = new(2026, 3, 8);

    [Theory]
    [InlineData(null, null, null, CertificateStatus.Valid)]
    [InlineData("2026-03-08", null, null, CertificateStatus.Valid)]
    [InlineData("2026-03-07", null, null, CertificateStatus.Expired)]
    [InlineData("2026-03-07", "NEXT", null, CertificateStatus.Superseded)]
    [InlineData(null, "NEXT", null, CertificateStatus.Superseded)]
    [InlineData("2026-03-07", "NEXT", "2026-03-08", CertificateStatus.Revoked)]
    [InlineData(null, null, "2026-03-08", CertificateStatus.Revoked)]
    [InlineData(null, null, "2026-03-09", CertificateStatus.Valid)]
    [InlineData(null, "NEXT", "2026-03-09", CertificateStatus.Superseded)]
    public void The_gravest_word_wins(string? validUntil, string? supersededBy, string? revokedOn, CertificateStatus status)
    {
        var facts = SampleCertificates.Completion with
        {
            ValidUntil = validUntil is null ? null : DateOnly.Parse(validUntil),
            SupersededBy = supersededBy,
            RevokedOn = revokedOn is null ? null : DateOnly.Parse(revokedOn),
        };

        Assert.Equal(status, facts.StatusOn(Day));
    }
}
