using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>Paper attendance as scans, so that a figure opens down to the row it came from.</summary>
internal static class PaperScans
{
    /// <summary>The device name under which an import's scans stand.</summary>
    public static string DeviceOf(string importId) => $"import:{importId}";

    /// <summary>
    /// The scan of one tick on a sheet. Importing the row again makes the same id; importing it after it was taken back makes
    /// the next, because a void names one scan for ever.
    /// </summary>
    public static RecordedScan Of(string sessionId, SessionFrame frame, string importId, ImportedPresence presence, DateTimeOffset now, SessionLog log)
    {
        var id = LearningId.From("paper", sessionId, importId, presence.RowId);
        while (log.IsVoided(id)) id = LearningId.From("paper-again", id);
        var at = new DateTimeOffset(frame.Plan.Date.ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
        return new RecordedScan
        {
            ScanId = id,
            Kind = ScanKind.In,
            Method = ScanMethod.Paper,
            TraineeId = presence.TraineeId,
            DeviceId = DeviceOf(importId),
            Reason = presence.RowId,
            CapturedAt = at,
            EstimatedAt = at,
            ReceivedAt = now,
            Digest = LearningId.From("paper-digest", presence.RowId, presence.TraineeId),
        };
    }

    /// <summary>The void that takes such a scan back.</summary>
    public static RecordedScan VoidOf(RecordedScan scan, DateTimeOffset now) => new()
    {
        ScanId = LearningId.From("paper-void", scan.ScanId),
        Kind = ScanKind.Void,
        Method = ScanMethod.Paper,
        TargetScanId = scan.ScanId,
        DeviceId = scan.DeviceId,
        Reason = "import undone",
        CapturedAt = now,
        EstimatedAt = now,
        ReceivedAt = now,
        Digest = LearningId.From("paper-void-digest", scan.ScanId),
    };
}
