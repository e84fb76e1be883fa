namespace Learning.Domain.Identity;

/// <summary>The names of a record as they are compared: the patronymic too, for the case that the two were swapped.</summary>
/// <param name="Given">Key of the given name.</param>
/// <param name="Patronymic">Key of the patronymic, spelt as a given name would be.</param>
internal readonly record struct NameKeys(string Given, string Patronymic)
{
    /// <summary>The keys of a record's names.</summary>
    public static NameKeys Of(PersonEvidence evidence) => new(PersonName.GivenKey(evidence.GivenName), PersonName.GivenKey(evidence.Patronymic));

    /// <summary>The given names are unlike, and it is not that one of the two has given name and patronymic swapped.</summary>
    public static bool Contradict(NameKeys one, NameKeys other) =>
        PersonName.Unlike(one.Given, other.Given)
        && (one.Patronymic.Length == 0 || PersonName.Unlike(one.Patronymic, other.Given))
        && (other.Patronymic.Length == 0 || PersonName.Unlike(one.Given, other.Patronymic));
}
