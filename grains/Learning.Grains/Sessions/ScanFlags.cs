using System.Collections.Immutable;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Checkin.SelfCheckIn;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>What somebody should look at in a scan (checkin-protocol.md, server rules).</summary>
internal static class ScanFlags
{
    /// <summary>Flags of a void. One that comes after the closing must not take away what has been settled with.</summary>
    public static ImmutableArray<string> OfVoid(SessionFrame frame, ScanUpload upload) =>
        frame.Closed ? upload.Flags.Add(ReviewReason.Late) : upload.Flags;

    /// <summary>Flags of a scan that checks somebody in, in a fixed order.</summary>
    public static ImmutableArray<string> Of(RecordedScan scan, SessionFrame frame, ScanUpload upload, BadgeHolder? badge, bool clockIsOff, EnrolmentState? standing)
    {
        var day = frame.DayOf(scan.EstimatedAt);
        // Whoever keeps a desk may fill in yesterday's list; only a badge read elsewhere in time is remarkable.
        var byBadge = scan.Method is ScanMethod.Qr or ScanMethod.Self;
        var moved = byBadge && day != frame.Plan.Date && frame.EarlierDates.Contains(day);
        var flags = ImmutableArray.CreateBuilder<string>();
        flags.AddRange(upload.Flags);
        if (frame.Closed || moved) flags.Add(ReviewReason.Late);
        // A scan made before the badge was revoked is as good as any.
        if (badge?.RevokedAt <= scan.EstimatedAt) flags.Add(ReviewReason.Revoked);
        if (badge is not null && (day < badge.NotBefore || day > badge.NotAfter)) flags.Add(ReviewReason.OutOfDate);
        if (scan.Method == ScanMethod.Self) flags.Add(ReviewReason.Provisional);
        if (standing == EnrolmentState.Withdrawn) flags.Add(ReviewReason.Withdrawn);
        else if (scan.Kind == ScanKind.WalkIn || standing?.HoldsPlace() != true) flags.Add(ReviewReason.WalkIn);
        if (clockIsOff) flags.Add(ReviewReason.Clock);
        if (byBadge && !moved && day != frame.Plan.Date) flags.Add(ReviewReason.OtherDay);
        return flags.ToImmutable();
    }

    /// <summary>
    /// Whether somebody else has checked in on the same own phone. Asked when the scan is stored, because two people may send
    /// at once.
    /// </summary>
    public static bool IsShared(RecordedScan scan, SessionLog log) =>
        OwnPhone.Is(scan.DeviceId) && !scan.Flags.Contains(ReviewReason.SharedDevice)
        && log.Scans.Any(s => s.DeviceId == scan.DeviceId && s.TraineeId is not null && s.TraineeId != scan.TraineeId);
}
