namespace Learning.Domain.Badges;

/// <summary>Whose badge it is.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="NotBefore">First valid day.</param>
/// <param name="NotAfter">Last valid day.</param>
/// <param name="RevokedAt">When it was revoked or replaced, UTC.</param>
public sealed record BadgeHolder(string TraineeId, DateOnly NotBefore, DateOnly NotAfter, DateTimeOffset? RevokedAt);
