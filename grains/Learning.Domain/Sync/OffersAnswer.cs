using System.Collections.Immutable;

namespace Learning.Domain.Sync;

/// <summary>The sessions a phone may download, in order of day.</summary>
/// <param name="Sessions">From seven days ago to thirty days ahead; those of cancelled cohorts are left out.</param>
/// <param name="ExpiresAt">When the phone's sync grant ends, UTC.</param>
/// <param name="ServerTime">Server clock at the answer, UTC.</param>
public sealed record OffersAnswer(ImmutableArray<SessionOffer> Sessions, DateTimeOffset ExpiresAt, DateTimeOffset ServerTime);
