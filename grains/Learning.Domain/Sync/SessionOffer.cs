using Learning.Domain.Cohorts;

namespace Learning.Domain.Sync;

/// <summary>A session that a phone may download: one of its owner's, near today.</summary>
/// <param name="SessionId">Session id.</param>
/// <param name="Number">From 1.</param>
/// <param name="Date">Its day, in the training region's time zone.</param>
/// <param name="UtcOffsetMinutes">Local time there less UTC on its day.</param>
/// <param name="Hours">Planned hours.</param>
/// <param name="RegionMn">Mongolian name of the training region.</param>
/// <param name="RegionEn">English name of the training region.</param>
/// <param name="Venue">Where, in words.</param>
/// <param name="TitleMn">Mongolian title of the course.</param>
/// <param name="TitleEn">English title of the course.</param>
/// <param name="State">Where the cohort stands.</param>
/// <param name="People">How many hold a place.</param>
/// <param name="Here">How many of them the server knows to be here.</param>
public sealed record SessionOffer(
    string SessionId, int Number, DateOnly Date, int UtcOffsetMinutes, decimal Hours, string RegionMn, string RegionEn, string Venue, string TitleMn, string TitleEn,
    CohortState State, int People, int Here);
