namespace Learning.Domain.Checkin;

/// <summary>One immutable act of check-in as a device sends it (checkin-protocol.md, scan record).</summary>
public sealed record Scan
{
    /// <summary>UUIDv7 made by the device; the key of idempotency.</summary>
    public string? ScanId { get; init; }

    /// <summary>Gapless number on the device, from 1.</summary>
    public long DeviceSeq { get; init; }

    /// <summary>The session it is for.</summary>
    public string? SessionId { get; init; }

    /// <summary>What it does.</summary>
    public ScanKind Kind { get; init; } = ScanKind.In;

    /// <summary>The badge scanned, 16 hexadecimal digits; or <see cref="TraineeId"/>, or <see cref="WalkIn"/>.</summary>
    public string? BadgeId { get; init; }

    /// <summary>The person, when found by name or ticked on the roster.</summary>
    public string? TraineeId { get; init; }

    /// <summary>Who it is, for a walk-in.</summary>
    public WalkIn? WalkIn { get; init; }

    /// <summary>How the person was identified.</summary>
    public ScanMethod Method { get; init; } = ScanMethod.Qr;

    /// <summary>User name of the trainer holding the device.</summary>
    public string? Operator { get; init; }

    /// <summary>For a void: the scan taken back.</summary>
    public string? TargetScanId { get; init; }

    /// <summary>Why, for a void or an override.</summary>
    public string? Reason { get; init; }

    /// <summary>The device's clock at the act, UTC.</summary>
    public DateTimeOffset CapturedAt { get; init; }

    /// <summary>The device's monotonic clock at the act, in milliseconds since its start.</summary>
    public long MonotonicMs { get; init; }

    /// <summary>Which start of the device <see cref="MonotonicMs"/> belongs to.</summary>
    public string? BootId { get; init; }

    /// <summary>Server clock less device clock at the last contact before the act, in milliseconds; <see langword="null"/> if there was none.</summary>
    public long? LastClockOffsetMs { get; init; }

    /// <summary>What the device told the trainer.</summary>
    public string? LocalVerdict { get; init; }

    /// <summary>The roster the device had.</summary>
    public string? RosterVersion { get; init; }

    /// <summary>The app that made it.</summary>
    public string? AppVersion { get; init; }
}
