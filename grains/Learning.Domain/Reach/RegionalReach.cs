namespace Learning.Domain.Reach;

/// <summary>A figure with everything that says what it is.</summary>
public sealed record RegionalReach
{
    /// <summary>What was asked.</summary>
    public required ReachQuery Query { get; init; }

    /// <summary>Version of the counting rule.</summary>
    public int RuleVersion { get; init; }

    /// <summary>The answer for named people; for headcounts, the unnamed.</summary>
    public required ReachAnswer Answer { get; init; }

    /// <summary>Unnamed attendances under the same filters: shown beside, never added.</summary>
    public long Unnamed { get; init; }

    /// <summary>When it was worked out, UTC.</summary>
    public DateTimeOffset AsOf { get; init; }
}
