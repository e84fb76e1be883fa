namespace Learning.Domain.Certificates;

/// <summary>Who issues certificates, from content/certificates.</summary>
/// <param name="NameMn">Mongolian name.</param>
/// <param name="NameEn">English name.</param>
public sealed record CertificateIssuer(string NameMn, string NameEn);
