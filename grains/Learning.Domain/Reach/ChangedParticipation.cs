namespace Learning.Domain.Reach;

/// <summary>Whose facts about which cohort changed.</summary>
/// <param name="Number">The person's number in the read model.</param>
/// <param name="CohortId">The cohort.</param>
public readonly record struct ChangedParticipation(long Number, string CohortId);
