namespace Learning.Domain.Identity;

/// <summary>Whether a human may say that records are one person's.</summary>
public static class MergeRule
{
    // People change their names, and whoever merges has looked at both: unlike names alone forbid nothing.
    private const Contradiction Forbidding = Contradiction.OtherRegisterNumber | Contradiction.OtherSex | Contradiction.OtherBirthYear;

    /// <summary>Everything that forbids it: what any record of one contradicts in any record of the other.</summary>
    /// <param name="one">What every record of one person says.</param>
    /// <param name="other">What every record of the other says.</param>
    public static Contradiction Against(IReadOnlyCollection<PersonEvidence> one, IReadOnlyCollection<PersonEvidence> other)
    {
        var found = Contradiction.None;
        foreach (var a in one)
            foreach (var b in other)
                found |= Contradictions.Between(a, b);
        return found & Forbidding;
    }
}
