using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Web.Api.Sessions;

/// <summary>A scan of the log.</summary>
/// <param name="ScanId">Scan id.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Method">How the person was identified.</param>
/// <param name="TraineeId">Who; <see langword="null"/> for a void.</param>
/// <param name="BadgeId">The badge scanned.</param>
/// <param name="TargetScanId">For a void: the scan taken back.</param>
/// <param name="Device">Device id, <c>desk</c> or <c>import:id</c>.</param>
/// <param name="DeviceSeq">The device's own number for it.</param>
/// <param name="Operator">Who held the device.</param>
/// <param name="Reason">Why, where it was said.</param>
/// <param name="CapturedAt">The device's clock.</param>
/// <param name="ReceivedAt">The server's clock on arrival.</param>
/// <param name="EstimatedAt">Best estimate of the true time.</param>
/// <param name="Effect">What it comes to now.</param>
/// <param name="Flags">What was found on arrival.</param>
/// <param name="Review">What somebody decided about it, if anybody did.</param>
public sealed record LoggedScan(
    string ScanId, ScanKind Kind, ScanMethod Method, string? TraineeId, string? BadgeId, string? TargetScanId, string Device, long DeviceSeq, string? Operator,
    string? Reason, DateTimeOffset CapturedAt, DateTimeOffset ReceivedAt, DateTimeOffset EstimatedAt, ScanEffect Effect, ImmutableArray<string> Flags,
    ScanReview? Review)
{
    /// <summary>A scan as answered.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="log">Its session's log.</param>
    public static LoggedScan Of(RecordedScan scan, SessionLog log) => new(
        scan.ScanId, scan.Kind, scan.Method, scan.TraineeId, scan.BadgeId, scan.TargetScanId, scan.DeviceId, scan.DeviceSeq, scan.Operator,
        scan.Reason, scan.CapturedAt, scan.ReceivedAt, scan.EstimatedAt, log.EffectOf(scan), scan.Flags, log.ReviewOf(scan.ScanId));
}
