using Learning.Domain.Identity;
using Learning.Domain.Trainees;

namespace Learning.Grains.Trainees;

/// <summary>Between what people say of themselves, what is kept of it, and what it proves.</summary>
public static class Evidence
{
    /// <summary>What somebody's own words prove.</summary>
    /// <param name="said">As typed.</param>
    /// <param name="secret">The federation's.</param>
    public static PersonEvidence Of(Registration said, IdentitySecret secret)
    {
        var register = RegisterNumber.Parse(said.RegisterNumber, secret);
        return new PersonEvidence
        {
            GivenName = PersonName.Given(said.GivenName),
            Patronymic = PersonName.Patronymic(said.Patronymic),
            Register = register?.Number,
            Phone = PhoneNumber.Parse(said.Phone, secret),
            Sex = said.Sex,
            BirthYear = said.BirthYear != 0 ? said.BirthYear : register?.BirthYear,
            HomeRegion = said.HomeRegion,
            Organisation = said.Organisation,
        };
    }

    /// <summary>What a kept profile proves.</summary>
    /// <param name="profile">As kept.</param>
    /// <param name="secret">The federation's.</param>
    public static PersonEvidence Of(Profile profile, IdentitySecret secret) => new()
    {
        GivenName = profile.GivenName,
        Patronymic = profile.Patronymic,
        Register = profile.RegisterHash is { } hash ? new KeyedNumber(hash, profile.RegisterEnding ?? "") : null,
        Phone = PhoneNumber.Parse(profile.Phone, secret),
        Sex = profile.Sex,
        BirthYear = profile.BirthYear == 0 ? null : profile.BirthYear,
        HomeRegion = profile.HomeRegion,
        Organisation = profile.Organisation,
    };

    /// <summary>What is kept of evidence.</summary>
    /// <param name="evidence">What was read.</param>
    /// <param name="phone">The phone in clear, which staff need for calling people.</param>
    /// <param name="consents">What was agreed to.</param>
    public static Profile Kept(PersonEvidence evidence, string? phone, Consent consents) => new()
    {
        GivenName = evidence.GivenName,
        Patronymic = evidence.Patronymic,
        Sex = evidence.Sex,
        BirthYear = evidence.BirthYear ?? 0,
        RegisterHash = evidence.Register?.Hash,
        RegisterEnding = evidence.Register?.LastTwo,
        Phone = PhoneNumber.Canonical(phone),
        HomeRegion = evidence.HomeRegion,
        Organisation = evidence.Organisation,
        Consents = consents,
    };
}
