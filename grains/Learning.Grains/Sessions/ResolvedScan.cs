using Learning.Domain.Checkin;

namespace Learning.Grains.Sessions;

/// <summary>An uploaded item once everything it names has been looked up.</summary>
/// <param name="Item">The item as sent.</param>
/// <param name="Scan">The scan to store; null when it can't be taken.</param>
/// <param name="Refused">Why not, a code of <see cref="ReviewReason"/>.</param>
public sealed record ResolvedScan(Scan Item, RecordedScan? Scan, string? Refused);
