namespace Learning.CheckIn.Rosters;

/// <summary>When a session was downloaded; stands in the store beside the session's own fields.</summary>
/// <param name="SessionId">Session id.</param>
/// <param name="DownloadedAt">By the phone's clock, UTC.</param>
public sealed record Downloaded(string SessionId, DateTimeOffset DownloadedAt);
