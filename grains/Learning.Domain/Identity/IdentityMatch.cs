using System.Collections.Immutable;

namespace Learning.Domain.Identity;

/// <summary>The automatic match of one person at a time: a form, a walk-in. Weak evidence is left to suggestions, which a human confirms.</summary>
public static class IdentityMatch
{
    /// <summary>
    /// Decides. The holder of the register number is the person unless something contradicts, and then a human must look: two
    /// people cannot share a number. Without one, the one holder of phone and given name whom nothing contradicts is the
    /// person; several are a conflict; a holder who is contradicted is somebody else, such as a namesake in the family.
    /// </summary>
    /// <param name="evidence">What the form says.</param>
    /// <param name="candidates">Everybody found by the form's strong keys, in any order.</param>
    /// <returns>The decision; the same for any order of the candidates.</returns>
    public static MatchDecision Decide(PersonEvidence evidence, IEnumerable<MatchCandidate> candidates)
    {
        var reasons = candidates
            .Select(c => new MatchReason(c.PersonId, c.ByRegister, Contradictions.Between(evidence, c.Evidence)))
            .OrderBy(r => r.PersonId, StringComparer.Ordinal)
            .ToImmutableArray();
        var byRegister = reasons.Where(r => r.ByRegister).ToList();
        var decisive = byRegister.Count > 0 ? byRegister : [.. reasons.Where(r => r.Against == Contradiction.None)];
        return decisive switch
        {
            [] => new MatchDecision(MatchOutcome.New, null, reasons),
            [{ Against: Contradiction.None } one] => new MatchDecision(MatchOutcome.Matched, one.PersonId, reasons),
            _ => new MatchDecision(MatchOutcome.Conflict, null, reasons),
        };
    }
}
