using Learning.Domain.Sync;

namespace Learning.CheckIn.Rosters;

/// <summary>A session on this phone.</summary>
/// <param name="Session">As downloaded.</param>
/// <param name="DownloadedAt">When, by the phone's clock, UTC.</param>
public sealed record SavedSession(BundleSession Session, DateTimeOffset DownloadedAt);
