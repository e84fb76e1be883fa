using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Sessions;

/// <summary>The mark that a session's log comes to for one person.</summary>
public sealed record SessionMark
{
    /// <summary>Whose mark.</summary>
    public required string TraineeId { get; init; }

    /// <summary>The mark; <see langword="null"/> when all there is waits for review.</summary>
    public Mark? Mark { get; init; }

    /// <summary>Earliest estimated time of a scan that counts, or when the correction was made; UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The device of that scan; <see langword="null"/> for a correction.</summary>
    public string? DeviceId { get; init; }

    /// <summary>How the person was identified; <see langword="null"/> for a correction.</summary>
    public ScanMethod? Method { get; init; }

    /// <summary>The scan it rests on; <see langword="null"/> for a correction.</summary>
    public string? ScanId { get; init; }

    /// <summary>The correction it rests on; <see langword="null"/> for a scan.</summary>
    public Correction? Correction { get; init; }

    /// <summary>What somebody should look at, as in <see cref="ReviewReason"/>.</summary>
    public ImmutableArray<string> Flags { get; init; } = [];

    /// <summary>Scans kept for this person, voided ones included.</summary>
    public int Scans { get; init; }
}
