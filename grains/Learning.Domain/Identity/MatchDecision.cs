using System.Collections.Immutable;

namespace Learning.Domain.Identity;

/// <summary>The decision about a person who registers.</summary>
/// <param name="Outcome">New, matched or conflict.</param>
/// <param name="PersonId">Whom they match; set only for <see cref="MatchOutcome.Matched"/>.</param>
/// <param name="Reasons">Every candidate with what speaks against it, in the order of their ids.</param>
public sealed record MatchDecision(MatchOutcome Outcome, string? PersonId, ImmutableArray<MatchReason> Reasons);
