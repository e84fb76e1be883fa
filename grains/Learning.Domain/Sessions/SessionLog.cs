using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Sessions;

/// <summary>
/// The marks that a session's scans and corrections come to. It depends only on the set of scans, never on the order in
/// which they arrived (corrections and reviews have the order in which the server took them). One index per session in memory;
/// the stored facts are the scans, corrections and reviews themselves.
/// </summary>
public sealed class SessionLog
{
    private readonly List<RecordedScan> inOrder = [];
    private readonly Dictionary<string, RecordedScan> scans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RecordedScan>> byTrainee = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RecordedScan>> voids = new(StringComparer.Ordinal);
    private readonly List<RecordedScan> none = [];
    private readonly Dictionary<string, Correction> corrections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScanReview> reviews = new(StringComparer.Ordinal);
    private readonly HashSet<string> decided = new(StringComparer.Ordinal);

    /// <summary>Builds the index from what is stored.</summary>
    /// <param name="scans">Every scan, in any order.</param>
    /// <param name="corrections">Every correction, in the order taken.</param>
    /// <param name="reviews">Every decision about a scan, in the order taken.</param>
    public SessionLog(IEnumerable<RecordedScan> scans, IEnumerable<Correction> corrections, IEnumerable<ScanReview> reviews)
    {
        foreach (var scan in scans) Add(scan);
        foreach (var correction in corrections) Add(correction);
        foreach (var review in reviews) Add(review);
    }

    /// <summary>People with at least one scan or a correction in force.</summary>
    public IEnumerable<string> Trainees => byTrainee.Keys.Union(corrections.Keys);

    /// <summary>The stored scan with that id, or <see langword="null"/>.</summary>
    /// <param name="scanId">Scan id.</param>
    public RecordedScan? Find(string scanId) => scans.GetValueOrDefault(scanId);

    /// <summary>Every scan, in the order in which they were added.</summary>
    public IReadOnlyList<RecordedScan> Scans => inOrder;

    /// <summary>Whether the correction or review with that id has been applied.</summary>
    /// <param name="id">Its id.</param>
    public bool Has(string id) => decided.Contains(id);

    /// <summary>The decision in force about a scan, or <see langword="null"/>.</summary>
    /// <param name="scanId">Scan id.</param>
    public ScanReview? ReviewOf(string scanId) => reviews.GetValueOrDefault(scanId);

    /// <summary>
    /// Whether a void takes this scan back, also before the scan itself has come. A void that waits for review, such as a late
    /// one, takes back only what waits as well: nothing that counts goes away before somebody has looked.
    /// </summary>
    /// <param name="scanId">Scan id.</param>
    public bool IsVoided(string scanId) => VoidsOf(scanId).Any(v => !IsRejected(v) && (!WaitsForReview(v) || (scans.TryGetValue(scanId, out var scan) && WaitsForReview(scan))));

    /// <summary>Adds a scan that is not there yet.</summary>
    /// <param name="scan">The scan.</param>
    public void Add(RecordedScan scan)
    {
        scans.Add(scan.ScanId, scan);
        inOrder.Add(scan);
        var (index, key) = scan.Kind == ScanKind.Void ? (voids, scan.TargetScanId!) : (byTrainee, scan.TraineeId!);
        if (index.TryGetValue(key, out var list)) list.Add(scan);
        else index.Add(key, [scan]);
    }

    /// <summary>Adds a correction that is not there yet; the person's latest one is in force.</summary>
    /// <param name="correction">The correction.</param>
    public void Add(Correction correction)
    {
        decided.Add(correction.Id);
        if (correction.Mark is null) corrections.Remove(correction.TraineeId);
        else corrections[correction.TraineeId] = correction;
    }

    /// <summary>Adds a decision that is not there yet; the scan's latest one is in force.</summary>
    /// <param name="review">The decision.</param>
    public void Add(ScanReview review)
    {
        decided.Add(review.Id);
        reviews[review.ScanId] = review;
    }

    /// <summary>Every scan of one person, voided ones included, earliest estimate first.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public IEnumerable<RecordedScan> ScansOf(string traineeId) =>
        byTrainee.TryGetValue(traineeId, out var list) ? list.OrderBy(s => s.EstimatedAt).ThenBy(s => s.ScanId, StringComparer.Ordinal) : [];

    /// <summary>The scan on which the person's mark rests: the earliest that is neither taken back, rejected, nor waiting for review.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public RecordedScan? CountedScan(string traineeId)
    {
        if (!byTrainee.TryGetValue(traineeId, out var list)) return null;
        RecordedScan? first = null;
        foreach (var scan in list)
            if (IsActive(scan) && !WaitsForReview(scan) && (first is null || IsEarlier(scan, first)))
                first = scan;
        return first;
    }

    /// <summary>What the log comes to for one person, or <see langword="null"/> if it says nothing of them.</summary>
    /// <param name="traineeId">Trainee id.</param>
    public SessionMark? MarkOf(string traineeId)
    {
        var all = byTrainee.GetValueOrDefault(traineeId);
        ImmutableArray<string> flags = [.. ToReviewOf(traineeId).SelectMany(s => s.Reasons).Distinct().Order(StringComparer.Ordinal)];
        if (corrections.GetValueOrDefault(traineeId) is { } correction)
            return new SessionMark { TraineeId = traineeId, Mark = correction.Mark, At = correction.At, Correction = correction, Scans = all?.Count ?? 0, Flags = flags };

        var counted = CountedScan(traineeId);
        if ((counted ?? ScansOf(traineeId).FirstOrDefault(IsActive)) is not { } rest) return null;
        return new SessionMark
        {
            TraineeId = traineeId, Mark = counted is null ? null : Mark.Present, At = rest.EstimatedAt, DeviceId = rest.DeviceId,
            Method = rest.Method, ScanId = rest.ScanId, Scans = all!.Count, Flags = flags,
        };
    }

    /// <summary>Every mark.</summary>
    public IEnumerable<SessionMark> Marks() => Trainees.Order(StringComparer.Ordinal).Select(MarkOf).OfType<SessionMark>();

    /// <summary>Every scan that somebody should look at.</summary>
    public IEnumerable<ScanToReview> ToReview() => byTrainee.Keys.Order(StringComparer.Ordinal).SelectMany(ToReviewOf);

    /// <summary>
    /// The scans of one person that somebody should look at. Once one scan counts, a second that would have waited for review
    /// changes nothing and asks for nothing; a void of the one that counts does.
    /// </summary>
    /// <param name="traineeId">Trainee id.</param>
    public IEnumerable<ScanToReview> ToReviewOf(string traineeId)
    {
        var active = ScansOf(traineeId).Where(IsActive);
        if (corrections.GetValueOrDefault(traineeId) is { } correction)
        {
            // Whoever corrected has seen what was there then; only what came later and disagrees needs another look.
            return correction.Mark!.Value.Attended() ? [] : active
                .Where(s => s.ReceivedAt > correction.At && !reviews.ContainsKey(s.ScanId))
                .Select(s => new ScanToReview(s, traineeId, [ReviewReason.Corrected], Waits: false));
        }

        var counted = CountedScan(traineeId);
        var voidsOfCounted = counted is null ? [] : VoidsOf(counted.ScanId).Where(v => !IsRejected(v) && WaitsForReview(v));
        return active.Select(s => new ScanToReview(s, traineeId, Undecided(s, counts: counted is not null), Waits: counted is null)).Where(s => s.Reasons.Length > 0)
            .Concat(voidsOfCounted.OrderBy(v => v.ScanId, StringComparer.Ordinal).Select(v => new ScanToReview(v, traineeId, v.Flags, Waits: true)));
    }

    /// <summary>What one stored scan comes to now.</summary>
    /// <param name="scan">A scan of this log.</param>
    public ScanEffect EffectOf(RecordedScan scan)
    {
        if (IsRejected(scan)) return ScanEffect.Rejected;
        if (scan.Kind == ScanKind.Void) return WaitsForReview(scan) && !IsVoided(scan.TargetScanId!) ? ScanEffect.Review : ScanEffect.Voided;
        if (IsVoided(scan.ScanId)) return ScanEffect.Voided;
        if (WaitsForReview(scan)) return CountedScan(scan.TraineeId!) is null ? ScanEffect.Review : ScanEffect.AlreadyCounted;
        return CountedScan(scan.TraineeId!)!.ScanId == scan.ScanId ? ScanEffect.Counted : ScanEffect.AlreadyCounted;
    }

    private List<RecordedScan> VoidsOf(string scanId) => voids.GetValueOrDefault(scanId, none);

    private bool IsActive(RecordedScan scan) => !IsVoided(scan.ScanId) && !IsRejected(scan);

    private bool IsRejected(RecordedScan scan) => ReviewOf(scan.ScanId) is { Verdict: ReviewVerdict.Reject };

    private bool WaitsForReview(RecordedScan scan) => scan.Flags.Any(ReviewReason.WaitsForReview) && ReviewOf(scan.ScanId) is not { Verdict: ReviewVerdict.Accept };

    private ImmutableArray<string> Undecided(RecordedScan scan, bool counts) => ReviewOf(scan.ScanId)?.Verdict switch
    {
        ReviewVerdict.Accept => [],
        // Seen while another scan counted; should that one go, this one waits as before.
        ReviewVerdict.Seen => counts ? [] : [.. scan.Flags.Where(ReviewReason.WaitsForReview)],
        _ => counts ? [.. scan.Flags.Where(f => !ReviewReason.WaitsForReview(f))] : scan.Flags,
    };

    private static bool IsEarlier(RecordedScan a, RecordedScan b) =>
        a.EstimatedAt != b.EstimatedAt ? a.EstimatedAt < b.EstimatedAt : string.CompareOrdinal(a.ScanId, b.ScanId) < 0;
}
