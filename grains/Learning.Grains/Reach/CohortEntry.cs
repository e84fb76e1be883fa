using Learning.Domain.Reach;

namespace Learning.Grains.Reach;

/// <summary>What the read model says of a cohort.</summary>
/// <param name="Id">Cohort id.</param>
/// <param name="Fact">Its facts; <see langword="null"/> if it is cancelled and counts nowhere.</param>
public sealed record CohortEntry(string Id, CohortFact? Fact);
