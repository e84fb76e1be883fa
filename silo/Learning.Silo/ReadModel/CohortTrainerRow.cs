namespace Learning.Silo.ReadModel;

/// <summary>A trainer of a cohort. Table <c>cohort_trainers</c>.</summary>
public sealed record CohortTrainerRow
{
    /// <summary>Cohort.</summary>
    public required string CohortId { get; init; }

    /// <summary>User name.</summary>
    public required string UserName { get; init; }
}
