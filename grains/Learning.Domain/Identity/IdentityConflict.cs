using System.Collections.Immutable;

namespace Learning.Domain.Identity;

/// <summary>A strong key that several people share, so that it was not followed everywhere. For a human to look at.</summary>
/// <param name="Key">The key.</param>
/// <param name="People">Ids of those who share it, in ordinal order.</param>
/// <param name="Why">
/// All that keeps them apart; <see cref="Contradiction.None"/> between two means that each fits, but not both, and so neither was taken.
/// </param>
public sealed record IdentityConflict(string Key, ImmutableArray<string> People, Contradiction Why);
