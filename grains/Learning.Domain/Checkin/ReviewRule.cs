using Learning.Domain.Sessions;

namespace Learning.Domain.Checkin;

/// <summary>Which decisions about a scan make sense.</summary>
public static class ReviewRule
{
    /// <summary>Why the decision can't be taken, a key of words; <see langword="null"/> if it can.</summary>
    /// <param name="log">The session's log.</param>
    /// <param name="scanId">The scan.</param>
    /// <param name="verdict">What is to be decided.</param>
    public static string? Refusal(SessionLog log, string scanId, ReviewVerdict verdict)
    {
        if (log.Find(scanId) is not { } scan) return "review.unknownScan";
        // Having seen it decides nothing while it neither counts nor is rejected.
        if (verdict == ReviewVerdict.Seen && log.EffectOf(scan) == ScanEffect.Review) return "review.undecided";
        // Accepting it would change nothing, because what was decided at the desk stands above any scan.
        if (verdict == ReviewVerdict.Accept && scan.TraineeId is { } person && log.MarkOf(person) is { Correction: not null } mark && mark.Mark?.Attended() != true)
            return "review.corrected";
        return null;
    }
}
