using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Grains.Sessions;

/// <summary>
/// State <c>sessionpage</c>: older scans of a session. It is written once, under a key that was never used before, and stands for nothing until the
/// session names it; one that no session names was being written when its process was killed.
/// </summary>
public sealed record StoredSessionPage
{
    /// <summary>The state's name.</summary>
    public const string StateName = "sessionpage";

    /// <summary>Scans in the order of arrival.</summary>
    public ImmutableArray<RecordedScan> Scans { get; init; } = [];

    /// <summary>The key under which a page is stored.</summary>
    /// <param name="sessionId">Its session.</param>
    /// <param name="page">As the session names it.</param>
    public static string Key(string sessionId, string page) => $"{sessionId}#{page}";
}
