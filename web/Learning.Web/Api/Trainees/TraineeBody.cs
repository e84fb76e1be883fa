using Learning.Contracts.Organisations;
using Learning.Domain.Identity;
using Learning.Domain.Regions;
using Learning.Domain.Trainees;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Trainees;

/// <summary>What somebody says of themselves. When a person is corrected, it is the whole profile as it is to be.</summary>
public sealed record TraineeBody
{
    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>Patronymic or its initial.</summary>
    public string? Patronymic { get; init; }

    /// <summary>Sex as stated; <c>notStated</c> when absent.</summary>
    public Sex? Sex { get; init; }

    /// <summary>Year of birth; absent or 0 when unknown.</summary>
    public int? BirthYear { get; init; }

    /// <summary>
    /// Register number; only a keyed hash and the last two digits are kept. When a person is corrected: absent, it stays as it
    /// was; empty, it is taken off.
    /// </summary>
    public string? RegisterNumber { get; init; }

    /// <summary>Phone number of eight digits, with or without 976.</summary>
    public string? Phone { get; init; }

    /// <summary>P-code of the home region.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Organisation code.</summary>
    public string? Organisation { get; init; }

    /// <summary>What they agree to.</summary>
    public Consent? Consents { get; init; }

    private const int LongestName = 100;

    /// <summary>The registration, or what is wrong with it.</summary>
    internal async Task<Registration> Read(string id, string by, IGrainFactory grains, RegionTree regions, TimeProvider clock, FieldErrors errors)
    {
        var organisation = errors.Text("organisation", Organisation, 40, required: false);
        if (organisation.Length > 0 && await grains.GetGrain<IOrganisationGrain>(organisation).Get() is null) errors.Add("organisation", "problem.unknown", organisation);
        if (!string.IsNullOrEmpty(HomeRegion) && regions.Find(HomeRegion) is null) errors.Add("homeRegion", "problem.unknown", HomeRegion.Length > 20 ? "…" : HomeRegion);
        if (!string.IsNullOrWhiteSpace(Phone) && (Phone.Length > 40 || !PhoneNumber.IsValid(Phone))) errors.Add("phone", "form.phone");
        if (!string.IsNullOrWhiteSpace(RegisterNumber) && (RegisterNumber.Length > 40 || !Domain.Identity.RegisterNumber.IsValid(RegisterNumber)))
            errors.Add("registerNumber", "form.registerNumber");
        return new Registration
        {
            ProposedId = id,
            GivenName = errors.Text("givenName", GivenName, LongestName),
            Patronymic = errors.Text("patronymic", Patronymic, LongestName, required: false),
            Sex = Sex ?? Domain.Trainees.Sex.NotStated,
            BirthYear = BirthYear is null or 0 ? 0 : errors.Number("birthYear", BirthYear, 1900, clock.GetUtcNow().Year),
            RegisterNumber = RegisterNumber,
            Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone,
            HomeRegion = string.IsNullOrEmpty(HomeRegion) ? null : HomeRegion,
            Organisation = organisation.Length == 0 ? null : organisation,
            Consents = Consents ?? Consent.None,
            By = by,
        };
    }
}
