namespace Learning.Domain.Checkin;

/// <summary>A decision about one scan. The latest one about a scan is in force; all stay.</summary>
/// <param name="Id">The caller's id; the same id is applied once.</param>
/// <param name="ScanId">The scan.</param>
/// <param name="Verdict">What was decided.</param>
/// <param name="Reason">Why, in the decider's words; may be empty for <see cref="ReviewVerdict.Seen"/>.</param>
/// <param name="By">User name.</param>
/// <param name="At">When the server took it.</param>
public sealed record ScanReview(string Id, string ScanId, ReviewVerdict Verdict, string Reason, string By, DateTimeOffset At);
