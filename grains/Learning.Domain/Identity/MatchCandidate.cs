namespace Learning.Domain.Identity;

/// <summary>A person found by one or more strong keys.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Evidence">What is known of them.</param>
/// <param name="Keys">The keys by which they were found.</param>
public sealed record MatchCandidate(string PersonId, PersonEvidence Evidence, IReadOnlyCollection<string> Keys)
{
    /// <summary>Whether they were found by the register number.</summary>
    public bool ByRegister => Keys.Any(k => k.StartsWith(IdentityKeys.RegisterPrefix, StringComparison.Ordinal));
}
