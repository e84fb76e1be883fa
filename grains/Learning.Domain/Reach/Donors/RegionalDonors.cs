namespace Learning.Domain.Reach.Donors;

/// <summary>The donors of a figure, with everything that says what it is.</summary>
public sealed record RegionalDonors
{
    /// <summary>What was asked; its rows are not looked at.</summary>
    public required ReachQuery Query { get; init; }

    /// <summary>Version of the counting rule.</summary>
    public int RuleVersion { get; init; }

    /// <summary>The three views, of named people.</summary>
    public required DonorReach Donors { get; init; }

    /// <summary>
    /// The same for somebody who is not to learn of single people: see <see cref="SmallCells.SmallDonors"/>; <see langword="null"/>
    /// if there are too few people.
    /// </summary>
    public DonorReach? ForOthers { get; init; }

    /// <summary>Unnamed attendances under the same filters: shown beside, never added or divided up.</summary>
    public long Unnamed { get; init; }

    /// <summary>When it was worked out, UTC.</summary>
    public DateTimeOffset AsOf { get; init; }
}
