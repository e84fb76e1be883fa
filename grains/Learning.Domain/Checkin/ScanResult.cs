using System.Collections.Immutable;

namespace Learning.Domain.Checkin;

/// <summary>What became of one uploaded scan.</summary>
public sealed record ScanResult
{
    /// <summary>The scan's id, as sent.</summary>
    public string? ScanId { get; init; }

    /// <summary>Whether the device may mark it acknowledged: everything but <see cref="ScanStatus.Retry"/>.</summary>
    public ScanStatus Status { get; init; }

    /// <summary>What it comes to; <see langword="null"/> when quarantined or to be retried.</summary>
    public ScanEffect? Effect { get; init; }

    /// <summary>Codes of <see cref="ReviewReason"/>.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>For <see cref="ScanEffect.AlreadyCounted"/>: the scan the mark rests on.</summary>
    public FirstScan? First { get; init; }

    /// <summary>Who was checked in; <see langword="null"/> when nobody was.</summary>
    public string? TraineeId { get; init; }

    /// <summary>Server clock at the answer, UTC.</summary>
    public DateTimeOffset ServerTime { get; init; }
}
