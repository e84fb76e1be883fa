using Learning.Domain.Checkin;

namespace Learning.Silo.ReadModel;

/// <summary>A scan, or an item that no session could take, that somebody should look at. Table <c>to_review</c>.</summary>
public sealed record ReviewRow
{
    /// <summary>The session that holds the scan, or the device that holds the item.</summary>
    public required string Owner { get; init; }

    /// <summary>Scan id, or the item's own id.</summary>
    public required string ItemId { get; init; }

    /// <summary>Whether no session could take it.</summary>
    public bool Quarantined { get; init; }

    /// <summary>The session's day; of an item, the day on which it was captured, UTC.</summary>
    public DateOnly HeldOn { get; init; }

    /// <summary>The session; of an item, the one that it names, or empty.</summary>
    public required string SessionId { get; init; }

    /// <summary>The session's cohort; null for an item.</summary>
    public string? CohortId { get; init; }

    /// <summary>Whom it is about, where that is known.</summary>
    public string? TraineeId { get; init; }

    /// <summary>Device that sent it, or <c>desk</c>.</summary>
    public required string DeviceId { get; init; }

    /// <summary>User name of whoever held the device.</summary>
    public string? Operator { get; init; }

    /// <summary>What it does.</summary>
    public ScanKind Kind { get; init; }

    /// <summary>How the person was identified.</summary>
    public ScanMethod Method { get; init; }

    /// <summary>Estimated time of the act; of an item, the device's clock; UTC.</summary>
    public DateTimeOffset HappenedAt { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Codes with spaces between.</summary>
    public required string Reasons { get; init; }

    /// <summary>Whether it takes effect only once somebody has decided.</summary>
    public bool Waits { get; init; }
}
