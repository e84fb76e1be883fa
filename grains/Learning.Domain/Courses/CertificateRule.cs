namespace Learning.Domain.Courses;

/// <summary>Which certificate a course version gives to those who complete it.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="ValidMonths">Months of validity from the last session; <see langword="null"/> for ever.</param>
public sealed record CertificateRule(CertificateKind Kind = CertificateKind.Completion, int? ValidMonths = null);
