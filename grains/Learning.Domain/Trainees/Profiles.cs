namespace Learning.Domain.Trainees;

/// <summary>Rules on profiles.</summary>
public static class Profiles
{
    /// <summary>The known profile with its blanks filled from what is now said; nothing known is overwritten.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="said">What is now said of the same person.</param>
    public static Profile FilledFrom(this Profile known, Profile said) => known with
    {
        Patronymic = known.Patronymic.Length == 0 ? said.Patronymic : known.Patronymic,
        Sex = known.Sex == Sex.NotStated ? said.Sex : known.Sex,
        BirthYear = known.BirthYear == 0 ? said.BirthYear : known.BirthYear,
        RegisterHash = known.RegisterHash ?? said.RegisterHash,
        RegisterEnding = known.RegisterHash is null ? said.RegisterEnding : known.RegisterEnding,
        Phone = known.Phone ?? said.Phone,
        HomeRegion = known.HomeRegion ?? said.HomeRegion,
        Organisation = known.Organisation ?? said.Organisation,
        Consents = known.Consents | said.Consents,
    };
}
