using Learning.Domain.Badges;

namespace Learning.Domain.Checkin.Local;

/// <summary>What a phone knows when it judges a code.</summary>
/// <param name="Roster">The session it checks in at.</param>
/// <param name="Others">Other downloaded sessions of the same day.</param>
/// <param name="Keys">The key set.</param>
/// <param name="Revocations">Ids of revoked badges.</param>
/// <param name="View">Who is here.</param>
public sealed record LocalKnowledge(
    LocalRoster Roster, IReadOnlyCollection<LocalRoster> Others, IReadOnlyCollection<BadgeKey> Keys, IReadOnlySet<string> Revocations, LocalView View);
