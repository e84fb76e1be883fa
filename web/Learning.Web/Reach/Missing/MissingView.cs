using Learning.Domain.Cohorts;

namespace Learning.Web.Reach.Missing;

/// <summary>The answer of <c>GET /api/reach/missing</c>: what a figure does not have yet.</summary>
/// <param name="Region">P-code.</param>
/// <param name="AsOf">When it was looked up, UTC.</param>
/// <param name="Sessions">Sessions of past days on which nobody is marked and nobody was counted.</param>
/// <param name="Devices">Phones from which scans are missing or may be.</param>
/// <param name="Cohorts">Cohorts past their last day that are not closed: their completions are not settled.</param>
public sealed record MissingView(
    string Region, DateTimeOffset AsOf, MissingList<MissingSession> Sessions, MissingList<MissingDevice> Devices, MissingList<MissingClosing> Cohorts)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsEmpty => Sessions.Count + Devices.Count + Cohorts.Count == 0;
}

/// <summary>Some things that are missing.</summary>
/// <typeparam name="T">What they are.</typeparam>
/// <param name="Count">How many in all.</param>
/// <param name="Items">The first <see cref="MissingReading.Most"/> of them.</param>
public sealed record MissingList<T>(int Count, IReadOnlyList<T> Items);

/// <summary>A session without a mark.</summary>
/// <param name="SessionId">cohort/number.</param>
/// <param name="CohortId">Its cohort.</param>
/// <param name="TitleMn">Mongolian title of the course.</param>
/// <param name="TitleEn">English title of the course.</param>
/// <param name="Region">P-code.</param>
/// <param name="Date">Its day.</param>
public sealed record MissingSession(string SessionId, string CohortId, string TitleMn, string TitleEn, string Region, DateOnly Date);

/// <summary>A phone from which something is missing.</summary>
/// <param name="DeviceId">Device id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">User name.</param>
/// <param name="Missing">Ranges of scan numbers that were used and have not come, with spaces between.</param>
/// <param name="Quarantined">Scans that came and wait for review.</param>
/// <param name="Silent">Not heard of since a session of its owner that has no marks: it may hold them.</param>
/// <param name="LastContact">UTC; <see langword="null"/> if it never called.</param>
public sealed record MissingDevice(string DeviceId, string Name, string Owner, string Missing, int Quarantined, bool Silent, DateTimeOffset? LastContact);

/// <summary>A cohort that should be closed.</summary>
/// <param name="CohortId">Cohort id.</param>
/// <param name="TitleMn">Mongolian title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Region">P-code.</param>
/// <param name="EndDate">Its last day.</param>
/// <param name="State">Where it stands.</param>
public sealed record MissingClosing(string CohortId, string TitleMn, string TitleEn, string Region, DateOnly EndDate, CohortState State);
