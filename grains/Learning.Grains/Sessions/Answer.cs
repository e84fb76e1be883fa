using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>What the device is told of each item.</summary>
internal static class Answer
{
    public static ScanResult Quarantined(Scan item, string reason, DateTimeOffset now) =>
        new() { ScanId = item.ScanId, Status = ScanStatus.Quarantined, Reasons = [reason], ServerTime = now };

    /// <summary>The answer to an item, given the scan that was stored under its id before, if one was.</summary>
    public static ScanResult To(ResolvedScan resolved, RecordedScan? before, SessionLog log, DateTimeOffset now)
    {
        if (resolved.Scan is not { } scan) return Quarantined(resolved.Item, resolved.Refused!, now);
        if (before is not null && before.Digest != scan.Digest) return Quarantined(resolved.Item, ReviewReason.IdReuse, now);
        var kept = before ?? scan;
        var effect = log.EffectOf(kept);
        var first = effect == ScanEffect.AlreadyCounted ? log.CountedScan(kept.TraineeId!) : null;
        return new ScanResult
        {
            ScanId = resolved.Item.ScanId,
            Status = before is null ? ScanStatus.Stored : ScanStatus.Replayed,
            Effect = effect,
            Reasons = kept.Flags,
            First = first is null ? null : new FirstScan(first.DeviceId, first.EstimatedAt),
            TraineeId = kept.TraineeId,
            ServerTime = now,
        };
    }
}
