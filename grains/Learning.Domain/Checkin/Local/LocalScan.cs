namespace Learning.Domain.Checkin.Local;

/// <summary>A scan on this phone's disk, as far as the local view goes.</summary>
/// <param name="ScanId">Scan id.</param>
/// <param name="DeviceSeq">Its number; later scans have higher ones.</param>
/// <param name="Person">Whom it is about: a key of <see cref="PersonKey"/>; of a void, the same as its target's.</param>
/// <param name="Kind">What it does.</param>
/// <param name="TargetScanId">For a void: the scan taken back.</param>
/// <param name="SavedAt">The phone's clock when it was written, UTC.</param>
/// <param name="WalkIn">Who it is, for a walk-in.</param>
/// <param name="Answer">What the server said; <see langword="null"/> while it waits.</param>
public sealed record LocalScan(
    string ScanId, long DeviceSeq, string Person, ScanKind Kind, string? TargetScanId, DateTimeOffset SavedAt, WalkIn? WalkIn, ScanResult? Answer)
{
    /// <summary>Whether the server has it.</summary>
    public bool IsSent => Answer is { Status: not ScanStatus.Retry };
}
