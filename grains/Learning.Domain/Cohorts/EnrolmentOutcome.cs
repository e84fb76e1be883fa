namespace Learning.Domain.Cohorts;

/// <summary>Where a person stands after an enrolment call.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="State">Where they stand now; <see langword="null"/> when refused.</param>
/// <param name="Refused">Why not, a key of the web's words.</param>
public sealed record EnrolmentOutcome(string TraineeId, EnrolmentState? State, string? Refused = null);
