using Learning.Domain.Cohorts;

namespace Learning.Domain.Sync;

/// <summary>How long scans stay on a phone that the server has acknowledged: until the cohort is closed and 30 days have passed (checkin-protocol.md).</summary>
public static class ScanRetention
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromDays(30);

    /// <summary>Acknowledged scans saved before this may go, if their session is in <see cref="Closed"/>.</summary>
    /// <param name="now">The phone's clock, UTC.</param>
    public static DateTimeOffset Before(DateTimeOffset now) => now - AtLeast;

    /// <summary>Ids of the downloaded sessions whose cohort is over.</summary>
    /// <param name="sessions">As downloaded last.</param>
    public static IEnumerable<string> Closed(IEnumerable<BundleSession> sessions) =>
        sessions.Where(s => s.State is CohortState.Closed or CohortState.Cancelled).Select(s => s.SessionId);
}
