using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Sessions;

/// <summary>
/// The marks that a session's scans and corrections come to. It depends only on the set of scans, never on the order in
/// which they arrived (corrections have the order in which the server took them). One index per session in memory; the
/// stored facts are the scans and corrections themselves.
/// </summary>
public sealed class SessionLog
{
    private readonly Dictionary<string, RecordedScan> scans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RecordedScan>> byTrainee = new(StringComparer.Ordinal);
    private readonly HashSet<string> voided = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RecordedScan>> waitingVoids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Correction> corrections = new(StringComparer.Ordinal);
    private readonly HashSet<string> correctionIds = new(StringComparer.Ordinal);

    /// <summary>Builds the index from what is stored.</summary>
    /// <param name="scans">Every scan, in any order.</param>
    /// <param name="corrections">Every correction, in the order taken.</param>
    public SessionLog(IEnumerable<RecordedScan> scans, IEnumerable<Correction> corrections)
    {
        foreach (var scan in scans) Add(scan);
        foreach (var correction in corrections) Add(correction);
    }

    /// <summary>People with at least one scan or a correction in force.</summary>
    public IEnumerable<string> Trainees => byTrainee.Keys.Union(corrections.Keys);

    /// <summary>The stored scan with that id, or <see langword="null"/>.</summary>
    /// <param name="scanId">Scan id.</param>
    public RecordedScan? Find(string scanId) => scans.GetValueOrDefault(scanId);

    /// <summary>Whether the correction with that id has been applied.</summary>
    /// <param name="id">Correction id.</param>
    public bool Has(string id) => correctionIds.Contains(id);

    /// <summary>
    /// Whether a void takes this scan back, also before the scan itself has come. A void that waits for review, such as a late
    /// one, takes back only what waits as well: nothing that counts goes away before somebody has looked.
    /// </summary>
    /// <param name="scanId">Scan id.</param>
    public bool IsVoided(string scanId) =>
        voided.Contains(scanId) || (waitingVoids.ContainsKey(scanId) && scans.TryGetValue(scanId, out var scan) && WaitsForReview(scan));

    /// <summary>Adds a scan that is not there yet.</summary>
    /// <param name="scan">The scan.</param>
    public void Add(RecordedScan scan)
    {
        scans.Add(scan.ScanId, scan);
        if (scan.Kind == ScanKind.Void && !WaitsForReview(scan)) voided.Add(scan.TargetScanId!);
        else if (scan.Kind == ScanKind.Void && waitingVoids.TryGetValue(scan.TargetScanId!, out var voids)) voids.Add(scan);
        else if (scan.Kind == ScanKind.Void) waitingVoids.Add(scan.TargetScanId!, [scan]);
        else if (byTrainee.TryGetValue(scan.TraineeId!, out var list)) list.Add(scan);
        else byTrainee.Add(scan.TraineeId!, [scan]);
    }

    /// <summary>Adds a correction that is not there yet; the person's latest one is in force.</summary>
    /// <param name="correction">The correction.</param>
    public void Add(Correction correction)
    {
        correctionIds.Add(correction.Id);
        if (correction.Mark is null) corrections.Remove(correction.TraineeId);
        else corrections[correction.TraineeId] = correction;
    }

    /// <summary>Every scan of one person, voided ones included, earliest estimate first.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public IEnumerable<RecordedScan> ScansOf(string traineeId) =>
        byTrainee.TryGetValue(traineeId, out var list) ? list.OrderBy(s => s.EstimatedAt).ThenBy(s => s.ScanId, StringComparer.Ordinal) : [];

    /// <summary>The scan on which the person's mark rests: the earliest that is neither voided nor waiting for review.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public RecordedScan? CountedScan(string traineeId)
    {
        if (!byTrainee.TryGetValue(traineeId, out var list)) return null;
        RecordedScan? first = null;
        foreach (var scan in list)
            if (!IsVoided(scan.ScanId) && !WaitsForReview(scan) && (first is null || IsEarlier(scan, first)))
                first = scan;
        return first;
    }

    /// <summary>What the log comes to for one person, or <see langword="null"/> if it says nothing of them.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public SessionMark? MarkOf(string traineeId)
    {
        var all = byTrainee.GetValueOrDefault(traineeId);
        var counted = CountedScan(traineeId);
        var correction = corrections.GetValueOrDefault(traineeId);
        if (all is null && correction is null) return null;
        var active = all?.Where(s => !IsVoided(s.ScanId)).ToList() ?? [];
        if (active.Count == 0 && correction is null) return null;
        var flags = active.SelectMany(s => s.Flags);
        if (correction is not null)
        {
            // Whoever corrected has seen what was there then; only what came later and disagrees needs another look.
            var disagrees = active.Any(s => s.ReceivedAt > correction.At && !correction.Mark!.Value.Attended());
            return new SessionMark
            {
                TraineeId = traineeId, Mark = correction.Mark, At = correction.At, Correction = correction, Scans = all?.Count ?? 0,
                Flags = disagrees ? [ReviewReason.Corrected] : [],
            };
        }

        var rest = counted ?? ScansOf(traineeId).First(s => !IsVoided(s.ScanId));
        return new SessionMark
        {
            TraineeId = traineeId, Mark = counted is null ? null : Mark.Present, At = rest.EstimatedAt, DeviceId = rest.DeviceId,
            Method = rest.Method, ScanId = rest.ScanId, Scans = all!.Count,
            // Once one scan counts, a second that would have waited for review changes nothing and asks for nothing; a void of
            // the one that counts does.
            Flags =
            [
                .. (counted is null ? flags : flags.Where(f => !ReviewReason.WaitsForReview(f)).Concat(WaitingVoidsOf(counted).SelectMany(v => v.Flags)))
                    .Distinct().Order(StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>Every mark.</summary>
    public IEnumerable<SessionMark> Marks() => Trainees.Order(StringComparer.Ordinal).Select(MarkOf).OfType<SessionMark>();

    /// <summary>What one stored scan comes to now.</summary>
    /// <param name="scan">A scan of this log.</param>
    public ScanEffect EffectOf(RecordedScan scan)
    {
        if (scan.Kind == ScanKind.Void) return WaitsForReview(scan) && !IsVoided(scan.TargetScanId!) ? ScanEffect.Review : ScanEffect.Voided;
        if (IsVoided(scan.ScanId)) return ScanEffect.Voided;
        if (WaitsForReview(scan)) return CountedScan(scan.TraineeId!) is null ? ScanEffect.Review : ScanEffect.AlreadyCounted;
        return CountedScan(scan.TraineeId!)!.ScanId == scan.ScanId ? ScanEffect.Counted : ScanEffect.AlreadyCounted;
    }

    private IEnumerable<RecordedScan> WaitingVoidsOf(RecordedScan scan) => waitingVoids.GetValueOrDefault(scan.ScanId) ?? [];

    private static bool WaitsForReview(RecordedScan scan) => scan.Flags.Any(ReviewReason.WaitsForReview);

    private static bool IsEarlier(RecordedScan a, RecordedScan b) =>
        a.EstimatedAt != b.EstimatedAt ? a.EstimatedAt < b.EstimatedAt : string.CompareOrdinal(a.ScanId, b.ScanId) < 0;
}
