namespace Learning.Silo.ReadModel;

/// <summary>A grant that pays for a cohort. Table <c>cohort_grants</c>.</summary>
public sealed record CohortGrantRow
{
    /// <summary>Cohort.</summary>
    public required string CohortId { get; init; }

    /// <summary>Grant.</summary>
    public required string GrantCode { get; init; }

    /// <summary>Its funder.</summary>
    public required string Funder { get; init; }

    /// <summary>Its share in millionths.</summary>
    public int? ShareMillionths { get; init; }
}
