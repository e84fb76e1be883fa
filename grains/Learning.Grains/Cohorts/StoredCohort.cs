using Learning.Domain.Cohorts;

namespace Learning.Grains.Cohorts;

/// <summary>State <c>cohort</c>.</summary>
public sealed record StoredCohort
{
    /// <summary>The cohort; <see langword="null"/> before it is planned.</summary>
    public Cohort? Cohort { get; init; }
}
