using Learning.Domain.Checkin;

namespace Learning.CheckIn.Sync;

/// <summary>The server's answer to one scan, for the store.</summary>
/// <param name="ScanId">Scan id.</param>
/// <param name="Answer">The answer.</param>
/// <param name="At">When, by the phone's clock, UTC.</param>
public sealed record Acknowledgement(string ScanId, ScanResult Answer, DateTimeOffset At);
