using Learning.Domain.Courses;

namespace Learning.Domain.Certificates;

/// <summary>
/// What a certificate says, as of the day it was issued: later changes of course, region or person change nothing here. What
/// happened to the certificate since is in the last four fields.
/// </summary>
public sealed record CertificateFacts
{
    /// <summary>Ungrouped number, see <see cref="CertificateNumber"/>; also the certificate's id.</summary>
    public required string Number { get; init; }

    /// <summary>Attendance or completion.</summary>
    public required CertificateKind Kind { get; init; }

    /// <summary>Patronymic and given name; null when the holder did not consent to have the name on a public certificate.</summary>
    public string? HolderName { get; init; }

    /// <summary>Course code, e.g. <c>OSH-101</c>.</summary>
    public required string CourseCode { get; init; }

    /// <summary>Mongolian title of the course.</summary>
    public required string CourseTitleMn { get; init; }

    /// <summary>English title of the course.</summary>
    public required string CourseTitleEn { get; init; }

    /// <summary>Version of the course.</summary>
    public required int CourseVersion { get; init; }

    /// <summary>Hours: those attended on a certificate of attendance, those of the course on one of completion.</summary>
    public required decimal Hours { get; init; }

    /// <summary>Mongolian name of the training region.</summary>
    public required string RegionNameMn { get; init; }

    /// <summary>English name of the training region.</summary>
    public required string RegionNameEn { get; init; }

    /// <summary>Day of the first session.</summary>
    public required DateOnly FirstSession { get; init; }

    /// <summary>Day of the last session.</summary>
    public required DateOnly LastSession { get; init; }

    /// <summary>Mongolian name of the issuer.</summary>
    public required string IssuerNameMn { get; init; }

    /// <summary>English name of the issuer.</summary>
    public required string IssuerNameEn { get; init; }

    /// <summary>Day of issue, in the federation's time zone.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Last day of validity; null for ever.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Number of the certificate that this one replaces.</summary>
    public string? Supersedes { get; init; }

    /// <summary>Number of the certificate that replaces this one.</summary>
    public string? SupersededBy { get; init; }

    /// <summary>Day it was withdrawn.</summary>
    public DateOnly? RevokedOn { get; init; }

    /// <summary>Why it was withdrawn; for staff, not shown to the public.</summary>
    public string? RevokedReason { get; init; }
}
