using System.Collections.Immutable;
using Learning.Domain.Badges;

namespace Learning.Domain.Sync;

/// <summary>All that a phone needs for checking people in without a signal.</summary>
/// <param name="Sessions">The sessions with their rosters.</param>
/// <param name="Keys">The keys by which badges are verified.</param>
/// <param name="Revocations">Ids of badges that are revoked though not yet out of date; with <c>since</c>, those revoked from then on.</param>
/// <param name="ServerTime">Server clock, UTC; give it as <c>since</c> the next time.</param>
public sealed record BundleAnswer(ImmutableArray<BundleSession> Sessions, ImmutableArray<BadgeKey> Keys, ImmutableArray<string> Revocations, DateTimeOffset ServerTime);
