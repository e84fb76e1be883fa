using System.Globalization;
using Learning.Domain.Identity;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;
using Learning.Web.Kit.Forms;
using Learning.Web.Words;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>The form about a person, as typed; its names are those of the HTTP API.</summary>
public sealed record PersonForm
{
    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 100;

    private const int EarliestBirth = 1900;

    /// <summary>The consents that a form asks for.</summary>
    public static readonly IReadOnlyList<Consent> AllConsents = [Consent.Training, Consent.Certificate, Consent.DonorExport, Consent.Photo];

    /// <summary>Patronymic or its initial.</summary>
    public string Patronymic { get; init; } = "";

    /// <summary>Given name.</summary>
    public string GivenName { get; init; } = "";

    /// <summary>Sex as stated, in the words of the API.</summary>
    public string Sex { get; init; } = "";

    /// <summary>Year of birth.</summary>
    public string BirthYear { get; init; } = "";

    /// <summary>Register number in clear; never filled in from what is kept.</summary>
    public string RegisterNumber { get; init; } = "";

    /// <summary>Whether the kept register number is to be taken off.</summary>
    public bool TakesRegisterOff { get; init; }

    /// <summary>Phone.</summary>
    public string Phone { get; init; } = "";

    /// <summary>P-code.</summary>
    public string HomeRegion { get; init; } = "";

    /// <summary>Organisation code.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>Consents in the words of the API.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>The form with what is known filled in.</summary>
    /// <param name="profile">What is known.</param>
    public static PersonForm Of(Profile profile) => new()
    {
        Patronymic = profile.Patronymic,
        GivenName = profile.GivenName,
        Sex = EnumText.Of(profile.Sex),
        BirthYear = profile.BirthYear == 0 ? "" : profile.BirthYear.ToString(CultureInfo.InvariantCulture),
        Phone = profile.Phone ?? "",
        HomeRegion = profile.HomeRegion ?? "",
        Organisation = profile.Organisation ?? "",
        Consents = [.. AllConsents.Where(c => profile.Consents.HasFlag(c)).Select(EnumText.Of)],
    };

    /// <summary>The form as sent.</summary>
    /// <param name="form">The request's form.</param>
    public static PersonForm Sent(IFormCollection form) => new()
    {
        Patronymic = One(form, "patronymic"),
        GivenName = One(form, "givenName"),
        Sex = One(form, "sex"),
        BirthYear = One(form, "birthYear"),
        RegisterNumber = One(form, "registerNumber"),
        TakesRegisterOff = One(form, "registerOff").Length > 0,
        Phone = One(form, "phone"),
        HomeRegion = One(form, "homeRegion"),
        Organisation = One(form, "organisation"),
        Consents = [.. form["consents"].OfType<string>()],
    };

    /// <summary>What it says, once nothing is wrong with it.</summary>
    /// <param name="id">Id of the person, or to use if they are new.</param>
    /// <param name="by">User name.</param>
    /// <param name="words">For the errors.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="organisations">Codes that there are.</param>
    /// <param name="thisYear">The present year.</param>
    /// <param name="errors">Takes what is wrong.</param>
    public Registration Read(string id, string by, IWords words, RegionTree regions, IReadOnlySet<string> organisations, int thisYear, FormErrors errors)
    {
        var patronymic = Name("patronymic", Patronymic, words["trainee.patronymic"], required: false);
        var givenName = Name("givenName", GivenName, words["trainee.givenName"], required: true);
        var sex = EnumText.Parse<Sex>(Sex);
        if (sex is null) errors.Add("sex", words["form.choose", words["sex.label"]]);
        var birthYear = 0;
        if (BirthYear.Length > 0
            && !(int.TryParse(BirthYear, NumberStyles.None, CultureInfo.InvariantCulture, out birthYear) && birthYear >= EarliestBirth && birthYear <= thisYear))
            errors.Add("birthYear", words["form.birthYear"]);
        if (RegisterNumber.Length > 0 && !Domain.Identity.RegisterNumber.IsValid(RegisterNumber)) errors.Add("registerNumber", words["form.registerNumber"]);
        if (Phone.Length > 0 && !PhoneNumber.IsValid(Phone)) errors.Add("phone", words["form.phone"]);
        if (HomeRegion.Length > 0 && regions.Find(HomeRegion) is null) errors.Add("homeRegion", words["form.unknown", words["trainee.home"]]);
        if (Organisation.Length > 0 && !organisations.Contains(Organisation)) errors.Add("organisation", words["form.unknown", words["organisation.label"]]);
        return new Registration
        {
            ProposedId = id,
            Patronymic = patronymic,
            GivenName = givenName,
            Sex = sex ?? Domain.Trainees.Sex.NotStated,
            BirthYear = birthYear,
            RegisterNumber = RegisterNumber.Length > 0 ? RegisterNumber : TakesRegisterOff ? "" : null,
            Phone = Phone.Length == 0 ? null : Phone,
            HomeRegion = HomeRegion.Length == 0 ? null : HomeRegion,
            Organisation = Organisation.Length == 0 ? null : Organisation,
            Consents = Consents.Aggregate(Consent.None, (all, one) => all | (EnumText.Parse<Consent>(one) ?? Consent.None)),
            By = by,
        };

        string Name(string field, string typed, string label, bool required)
        {
            var name = MongolianText.Clean(typed);
            if (name.Length == 0 && required) errors.Add(field, words["form.required", label]);
            else if (name.Length > LongestName) errors.Add(field, words["form.tooLong", label, LongestName]);
            else if (name.Length > 0 && !name.Any(char.IsLetter)) errors.Add(field, words["people.nameUnreadable", label]);
            return name;
        }
    }

    private static string One(IFormCollection form, string name) => form[name].FirstOrDefault()?.Trim() ?? "";
}
