using System.Collections.Immutable;

namespace Learning.Domain.Reach;

/// <summary>Everything a shard needs to know about one person.</summary>
/// <param name="Number">The person's number within the shard, from 0; numbers should be dense.</param>
/// <param name="Participations">All participations; two of one cohort (after a merge) count as one.</param>
public sealed record PersonFacts(int Number, ImmutableArray<ParticipationFact> Participations);
