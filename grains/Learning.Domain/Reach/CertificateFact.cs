namespace Learning.Domain.Reach;

/// <summary>One certificate of a person, for the cohort of the participation that carries it.</summary>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; <see langword="null"/> for ever.</param>
/// <param name="RevokedOn">Day from which it no longer holds, because it was revoked or superseded; <see langword="null"/> if it holds.</param>
public sealed record CertificateFact(DateOnly ValidFrom, DateOnly? ValidUntil = null, DateOnly? RevokedOn = null);
