using Learning.Domain.Certificates;
using Learning.Domain.Courses;
using Learning.Web.Paper.Certificates;

namespace Learning.Web.Api.Certificates;

/// <summary>What anyone may know of a certificate.</summary>
public sealed record CertificateAnswer
{
    /// <summary>Number, ungrouped: the certificate's id.</summary>
    public required string Id { get; init; }

    /// <summary>Number as printed.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it stands today.</summary>
    public CertificateStatus Status { get; init; }

    /// <summary>What it says.</summary>
    public CertificateKind Kind { get; init; }

    /// <summary>The holder; <see langword="null"/> without consent to the name on a public certificate.</summary>
    public string? HolderName { get; init; }

    /// <summary>Course code.</summary>
    public required string CourseCode { get; init; }

    /// <summary>Version of the course.</summary>
    public int CourseVersion { get; init; }

    /// <summary>Mongolian title of the course.</summary>
    public required string CourseTitleMn { get; init; }

    /// <summary>English title of the course.</summary>
    public required string CourseTitleEn { get; init; }

    /// <summary>Hours.</summary>
    public decimal Hours { get; init; }

    /// <summary>Mongolian name of the training region.</summary>
    public required string RegionNameMn { get; init; }

    /// <summary>English name of the training region.</summary>
    public required string RegionNameEn { get; init; }

    /// <summary>Day of the first session.</summary>
    public DateOnly FirstSession { get; init; }

    /// <summary>Day of the last session.</summary>
    public DateOnly LastSession { get; init; }

    /// <summary>Mongolian name of the issuer.</summary>
    public required string IssuerNameMn { get; init; }

    /// <summary>English name of the issuer.</summary>
    public required string IssuerNameEn { get; init; }

    /// <summary>Day of issue.</summary>
    public DateOnly IssuedOn { get; init; }

    /// <summary>Last day of validity; <see langword="null"/> for ever.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Day it was withdrawn.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>The certificate that this one replaces.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The certificate that replaces this one.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Its public page.</summary>
    public required string Url { get; init; }

    /// <summary>A certificate as answered.</summary>
    /// <param name="facts">Its facts.</param>
    /// <param name="today">In the federation's time zone.</param>
    /// <param name="site">The site's address.</param>
    public static CertificateAnswer Of(CertificateFacts facts, DateOnly today, Uri site) => new()
    {
        Id = facts.Number,
        Number = CertificateNumber.Printed(facts.Number),
        Status = facts.StatusOn(today),
        Kind = facts.Kind,
        HolderName = facts.HolderName,
        CourseCode = facts.CourseCode,
        CourseVersion = facts.CourseVersion,
        CourseTitleMn = facts.CourseTitleMn,
        CourseTitleEn = facts.CourseTitleEn,
        Hours = facts.Hours,
        RegionNameMn = facts.RegionNameMn,
        RegionNameEn = facts.RegionNameEn,
        FirstSession = facts.FirstSession,
        LastSession = facts.LastSession,
        IssuerNameMn = facts.IssuerNameMn,
        IssuerNameEn = facts.IssuerNameEn,
        IssuedOn = facts.IssuedOn,
        ValidUntil = facts.ValidUntil,
        RevokedOn = facts.RevokedOn,
        Supersedes = facts.Supersedes,
        SupersededBy = facts.SupersededBy,
        Url = CertificateAddress.Of(site, facts.Number),
    };
}
