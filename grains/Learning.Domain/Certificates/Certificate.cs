namespace Learning.Domain.Certificates;

/// <summary>A certificate as issued, and whose it is. The facts are what the public page shows; the rest is not public.</summary>
/// <param name="Facts">The immutable snapshot, and its standing.</param>
/// <param name="TraineeId">Whose it is.</param>
/// <param name="CohortId">What it was given for.</param>
/// <param name="Serial">1 for the first issue to this person for this cohort, one more for each reissue.</param>
public sealed record Certificate(CertificateFacts Facts, string TraineeId, string CohortId, int Serial);
