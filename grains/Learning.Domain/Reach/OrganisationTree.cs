using System.Collections.Frozen;

namespace Learning.Domain.Reach;

/// <summary>Which organisation belongs to which: federation → NGO → partnership. Immutable.</summary>
/// <param name="parents">Organisation code → code of the organisation it belongs to.</param>
public sealed class OrganisationTree(IEnumerable<KeyValuePair<string, string>> parents)
{
    private readonly FrozenDictionary<string, string> parentOf = parents.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>No organisation belongs to another.</summary>
    public static OrganisationTree Flat { get; } = new([]);

    /// <summary>Whether <paramref name="code"/> is <paramref name="ancestor"/> or belongs to it, directly or not.</summary>
    /// <param name="code">Code of the organisation in question.</param>
    /// <param name="ancestor">Code of the larger organisation.</param>
    public bool IsWithin(string? code, string ancestor)
    {
        // The tree is entered by hand: two organisations that belong to each other must not hang a query.
        for (var steps = 0; code is not null && steps <= parentOf.Count; steps++)
        {
            if (code == ancestor) return true;
            code = parentOf.GetValueOrDefault(code);
        }

        return false;
    }
}
