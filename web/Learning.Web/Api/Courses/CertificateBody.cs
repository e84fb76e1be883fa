using Learning.Domain.Courses;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Courses;

/// <summary>Which certificate a course gives.</summary>
/// <param name="Kind">What it says; <c>completion</c> when absent.</param>
/// <param name="ValidMonths">Months of validity, 1 to 600; absent for ever.</param>
public sealed record CertificateBody(CertificateKind? Kind, int? ValidMonths)
{
    internal CertificateRule Read(FieldErrors errors) => new(
        Kind ?? CertificateKind.Completion,
        ValidMonths is null ? null : errors.Number("certificate.validMonths", ValidMonths, 1, 600));
}
