namespace Learning.Domain.Certificates;

/// <summary>The rule on whether a certificate stands.</summary>
public static class CertificateStanding
{
    /// <summary>
    /// The status on a day. The gravest word wins: revoked, then superseded, then expired. A withdrawn certificate must not
    /// read "replaced", and one replaced for a wrong name must not read "expired", which would say that it was right once.
    /// A revocation dated after <paramref name="day"/> has not happened yet on that day.
    /// </summary>
    /// <param name="facts">The certificate.</param>
    /// <param name="day">The day asked about, in the federation's time zone.</param>
    public static CertificateStatus StatusOn(this CertificateFacts facts, DateOnly day) =>
        facts.RevokedOn <= day ? CertificateStatus.Revoked
        : facts.SupersededBy is not null ? CertificateStatus.Superseded
        : facts.ValidUntil < day ? CertificateStatus.Expired
        : CertificateStatus.Valid;
}
