namespace Learning.Domain.Identity;

/// <summary>What a decision says about one candidate.</summary>
/// <param name="PersonId">The candidate.</param>
/// <param name="ByRegister">Found by the register number (else by phone and given name).</param>
/// <param name="Against">What forbids the match; <see cref="Contradiction.None"/> if nothing does.</param>
public sealed record MatchReason(string PersonId, bool ByRegister, Contradiction Against);
