using Learning.Domain.Trainees;

namespace Learning.Domain.Identity;

/// <summary>Whether a human may say that records are one person's.</summary>
public static class MergeRule
{
    // People change their names, and whoever merges has looked at both: unlike names alone forbid nothing.
    private const Contradiction Forbidding = Contradiction.OtherRegisterNumber | Contradiction.OtherSex | Contradiction.OtherBirthYear;

    /// <summary>Everything that forbids it: what any record of one contradicts in any record of the other.</summary>
    /// <param name="one">Every record of one person.</param>
    /// <param name="other">Every record of the other.</param>
    public static Contradiction Against(IReadOnlyCollection<Profile> one, IReadOnlyCollection<Profile> other)
    {
        var found = Contradiction.None;
        foreach (var a in one)
            foreach (var b in other)
                found |= Contradictions.Between(Evidence(a), Evidence(b));
        return found & Forbidding;
    }

    private static PersonEvidence Evidence(Profile profile) => new()
    {
        GivenName = profile.GivenName,
        Patronymic = profile.Patronymic,
        Register = profile.RegisterHash is { } hash ? new KeyedNumber(hash, profile.RegisterEnding ?? "") : null,
        Sex = profile.Sex,
        BirthYear = profile.BirthYear == 0 ? null : profile.BirthYear,
    };
}
