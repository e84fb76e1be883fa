using System.Collections.Immutable;
using Learning.Domain.Badges;
using Learning.Domain.Sync;

namespace Learning.CheckIn.Rosters;

/// <summary>A bundle for the store.</summary>
/// <param name="Sessions">Sessions with their rosters.</param>
/// <param name="Keys">The key set, in place of the old one.</param>
/// <param name="Revocations">Revoked badges.</param>
/// <param name="Since">Whether <paramref name="Revocations"/> are to be added to those known.</param>
/// <param name="ServerTime">Asked from then on the next time.</param>
/// <param name="At">By the phone's clock, UTC.</param>
public sealed record SavedBundle(
    ImmutableArray<BundleSession> Sessions, ImmutableArray<BadgeKey> Keys, ImmutableArray<string> Revocations, bool Since, DateTimeOffset ServerTime, DateTimeOffset At);
