using Learning.Domain.Ids;

namespace Learning.Domain.Checkin;

/// <summary>
/// A scan recorded at the wrong session, as it is recorded at the right one and taken back at the wrong one. All ids follow
/// from the scan and the target, so that a move which was cut off can be made again.
/// </summary>
public static class MovedScan
{
    /// <summary>The scan at the right session: same person, badge, method and times.</summary>
    /// <param name="scan">As recorded at the wrong session; not a void.</param>
    /// <param name="target">The right session.</param>
    public static Scan At(RecordedScan scan, string target) => new()
    {
        ScanId = IdAt(scan.ScanId, target),
        DeviceSeq = scan.DeviceSeq,
        SessionId = target,
        BadgeId = scan.BadgeId,
        TraineeId = scan.BadgeId is null ? scan.TraineeId : null,
        Method = scan.Method,
        Operator = scan.Operator,
        Reason = scan.Reason,
        CapturedAt = scan.CapturedAt,
        // What the clock's error was found to be then, so that the estimate comes out the same.
        LastClockOffsetMs = (long)(scan.EstimatedAt - scan.CapturedAt).TotalMilliseconds,
    };

    /// <summary>An item that no session could take, at the session that it was meant for.</summary>
    /// <param name="item">As sent.</param>
    /// <param name="target">The right session.</param>
    public static Scan At(Scan item, string target) => item with { ScanId = IdAt(item.ScanId ?? "", target), SessionId = target };

    /// <summary>Id of the void that takes the scan back at the wrong session.</summary>
    /// <param name="scanId">The scan.</param>
    /// <param name="target">The right session.</param>
    public static string VoidId(string scanId, string target) => LearningId.From("moved-void", scanId, target);

    /// <summary>That void.</summary>
    /// <param name="scan">As recorded at the wrong session.</param>
    /// <param name="target">The right session.</param>
    /// <param name="sessionId">The wrong session.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="at">When, UTC.</param>
    public static Scan Void(RecordedScan scan, string target, string sessionId, string by, string reason, DateTimeOffset at) => new()
    {
        ScanId = VoidId(scan.ScanId, target), SessionId = sessionId, Kind = ScanKind.Void, TargetScanId = scan.ScanId, Method = ScanMethod.Roster,
        Operator = by, Reason = reason, CapturedAt = at,
    };

    private static string IdAt(string scanId, string target) => LearningId.From("moved", scanId, target);
}
