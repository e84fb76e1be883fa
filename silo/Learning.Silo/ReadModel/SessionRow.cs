namespace Learning.Silo.ReadModel;

/// <summary>One session. Table <c>sessions</c>.</summary>
public sealed record SessionRow
{
    /// <summary>cohort/number.</summary>
    public required string SessionId { get; init; }

    /// <summary>Cohort.</summary>
    public required string CohortId { get; init; }

    /// <summary>From 1.</summary>
    public int Number { get; init; }

    /// <summary>Day.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>Planned minutes.</summary>
    public int Minutes { get; init; }

    /// <summary>P-code.</summary>
    public required string Region { get; init; }

    /// <summary>People with a mark.</summary>
    public int Marked { get; init; }

    /// <summary>People present or late.</summary>
    public int Attended { get; init; }

    /// <summary>Marks that somebody should look at.</summary>
    public int ToReview { get; init; }

    /// <summary>People whose names were not taken.</summary>
    public int Headcount { get; init; }
}
