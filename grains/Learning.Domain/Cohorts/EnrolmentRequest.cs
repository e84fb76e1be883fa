using Learning.Domain.Trainees;

namespace Learning.Domain.Cohorts;

/// <summary>One person to be put on a roster.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Facts">The person as of now.</param>
public sealed record EnrolmentRequest(string TraineeId, PersonAsOf Facts);
