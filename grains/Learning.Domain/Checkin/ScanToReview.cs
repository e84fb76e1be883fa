using System.Collections.Immutable;

namespace Learning.Domain.Checkin;

/// <summary>A stored scan that somebody should look at.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="TraineeId">Whose mark it is about; for a void, that of its target.</param>
/// <param name="Reasons">Codes of <see cref="ReviewReason"/> that nobody has decided about.</param>
/// <param name="Waits">Whether it takes effect only once accepted; otherwise it is enough to have seen it.</param>
public sealed record ScanToReview(RecordedScan Scan, string TraineeId, ImmutableArray<string> Reasons, bool Waits);
