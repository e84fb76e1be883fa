using System.Collections.Immutable;

namespace Learning.Domain.Checkin;

/// <summary>A scan in a session's append-only log. Walk-in fields are not here: they became a trainee.</summary>
public sealed record RecordedScan
{
    /// <summary>Scan id.</summary>
    public required string ScanId { get; init; }

    /// <summary>What it does.</summary>
    public ScanKind Kind { get; init; }

    /// <summary>How the person was identified.</summary>
    public ScanMethod Method { get; init; }

    /// <summary>Who was checked in; <see langword="null"/> for a void.</summary>
    public string? TraineeId { get; init; }

    /// <summary>The badge scanned, if one was.</summary>
    public string? BadgeId { get; init; }

    /// <summary>For a void: the scan taken back.</summary>
    public string? TargetScanId { get; init; }

    /// <summary>Device id, <c>desk</c>, <c>import:id</c>, or <c>self:id</c> for somebody's own phone.</summary>
    public required string DeviceId { get; init; }

    /// <summary>The device's own number for it.</summary>
    public long DeviceSeq { get; init; }

    /// <summary>User name of the operator.</summary>
    public string? Operator { get; init; }

    /// <summary>Why, where the operator said so.</summary>
    public string? Reason { get; init; }

    /// <summary>The device's clock, UTC.</summary>
    public DateTimeOffset CapturedAt { get; init; }

    /// <summary>The server's clock on arrival, UTC.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Best estimate of the true time, UTC; never after <see cref="ReceivedAt"/>.</summary>
    public DateTimeOffset EstimatedAt { get; init; }

    /// <summary>Digest of the item as sent: tells a replay from a reused id.</summary>
    public required string Digest { get; init; }

    /// <summary>Codes of <see cref="ReviewReason"/> found on arrival.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];
}
