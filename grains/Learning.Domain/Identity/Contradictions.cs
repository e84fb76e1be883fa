using Learning.Domain.Trainees;

namespace Learning.Domain.Identity;

/// <summary>What forbids two records to be one person.</summary>
public static class Contradictions
{
    /// <summary>Birth years may lie this far apart: people give the year they were born in or the age they count.</summary>
    public const int BirthYearsApart = 1;

    /// <summary>Everything in which two records contradict each other; unknown contradicts nothing.</summary>
    /// <param name="one">A record.</param>
    /// <param name="other">Another.</param>
    public static Contradiction Between(PersonEvidence one, PersonEvidence other)
    {
        var found = Contradiction.None;
        if (one.Register is { } a && other.Register is { } b && a.Hash != b.Hash) found |= Contradiction.OtherRegisterNumber;
        if (one.Sex != Sex.NotStated && other.Sex != Sex.NotStated && one.Sex != other.Sex) found |= Contradiction.OtherSex;
        if (one.BirthYear is { } y && other.BirthYear is { } z && Math.Abs(y - z) > BirthYearsApart) found |= Contradiction.OtherBirthYear;
        if (NameKeys.Contradict(NameKeys.Of(one), NameKeys.Of(other))) found |= Contradiction.OtherName;
        return found;
    }
}
