using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;

namespace Learning.Domain.Sync;

/// <summary>A person on a roster, as a phone keeps them.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="ShortCode">Of the badge in force, ungrouped.</param>
/// <param name="BadgeIds">Badges that are not revoked, newest first.</param>
/// <param name="RevokedBadgeIds">Badges that are.</param>
/// <param name="State">Where they stand with the cohort.</param>
/// <param name="Mark">Their mark at this session so far.</param>
/// <param name="MarkedAt">When, UTC.</param>
/// <param name="Flags">Codes of <see cref="Checkin.ReviewReason"/> on it, e.g. a self check-in that nobody has confirmed.</param>
public sealed record BundlePerson(
    string TraineeId, string Name, string? ShortCode, ImmutableArray<string> BadgeIds, ImmutableArray<string> RevokedBadgeIds, EnrolmentState State, Mark? Mark,
    DateTimeOffset? MarkedAt, ImmutableArray<string> Flags);
