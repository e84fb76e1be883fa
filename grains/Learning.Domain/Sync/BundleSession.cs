using System.Collections.Immutable;
using Learning.Domain.Cohorts;

namespace Learning.Domain.Sync;

/// <summary>A session with its roster.</summary>
/// <param name="SessionId">Session id.</param>
/// <param name="CohortId">Cohort id.</param>
/// <param name="Number">From 1.</param>
/// <param name="Date">Its day, in <paramref name="TimeZone"/>.</param>
/// <param name="Hours">Planned hours.</param>
/// <param name="TimeZone">IANA time zone of the training region.</param>
/// <param name="UtcOffsetMinutes">Local time there less UTC on its day: the phone has no time zones of its own.</param>
/// <param name="RegionCode">P-code of the training region.</param>
/// <param name="RegionMn">Its Mongolian name.</param>
/// <param name="RegionEn">Its English name.</param>
/// <param name="Venue">Where, in words.</param>
/// <param name="TitleMn">Mongolian title of the course.</param>
/// <param name="TitleEn">English title of the course.</param>
/// <param name="State">Where the cohort stands; scans of one that is closed or cancelled go into review.</param>
/// <param name="CheckInKey">Base64 key of this session alone, by which the phone makes the rotating self check-in code.</param>
/// <param name="RosterVersion">Scans say which roster the phone had.</param>
/// <param name="People">Everybody who holds a place, waits, has asked or has withdrawn.</param>
public sealed record BundleSession(
    string SessionId, string CohortId, int Number, DateOnly Date, decimal Hours, string TimeZone, int UtcOffsetMinutes, string RegionCode, string RegionMn,
    string RegionEn, string Venue, string TitleMn, string TitleEn, CohortState State, string CheckInKey, string RosterVersion, ImmutableArray<BundlePerson> People);
