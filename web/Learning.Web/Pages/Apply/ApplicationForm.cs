using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Identity;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Domain.Trainees;
using Learning.Web.Kit.Forms;
using Learning.Web.Words;

namespace Learning.Web.Pages.Apply;

/// <summary>An application as somebody typed it, right or wrong; it is shown again as it was until it is right.</summary>
public sealed record ApplicationForm
{
    /// <summary>The first year of birth that is believed.</summary>
    public const int EarliestBirthYear = 1900;

    /// <summary>Most characters of a name.</summary>
    public const int LongestName = 100;

    /// <summary>Value of <see cref="OrganisationCode"/> that says: none of those offered.</summary>
    public const string NoOrganisation = "-";

    /// <summary>Names the form that was filled in: sent twice, it registers once.</summary>
    public string? Token { get; init; }

    /// <summary>Patronymic or its initial.</summary>
    public string? Patronymic { get; init; }

    /// <summary>Given name.</summary>
    public string? GivenName { get; init; }

    /// <summary>A word of <see cref="Domain.Trainees.Sex"/>.</summary>
    public string? Sex { get; init; }

    /// <summary>Four digits.</summary>
    public string? BirthYear { get; init; }

    /// <summary>Two letters and eight digits; may be left out.</summary>
    public string? RegisterNumber { get; init; }

    /// <summary>Eight digits.</summary>
    public string? Phone { get; init; }

    /// <summary>P-code of the home region.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Name or code of the organisation; may be left out.</summary>
    public string? Organisation { get; init; }

    /// <summary>The one chosen among several that the name fits, or <see cref="NoOrganisation"/>.</summary>
    public string? OrganisationCode { get; init; }

    /// <summary>Words of <see cref="Consent"/>.</summary>
    public ImmutableArray<string> Consents { get; init; } = [];

    /// <summary>4 to 8 digits, for the applicant's own page.</summary>
    public string? Pin { get; init; }

    /// <summary>What was agreed to; words that aren't consents are left out.</summary>
    public Consent Agreed => Consents.Aggregate(Consent.None, (all, word) => all | (EnumText.Parse<Consent>(word) ?? Consent.None));

    /// <summary>Reads a posted form.</summary>
    /// <param name="form">As sent.</param>
    public static ApplicationForm From(IFormCollection form) => new()
    {
        Token = form["token"],
        Patronymic = form["patronymic"],
        GivenName = form["givenName"],
        Sex = form["sex"],
        BirthYear = form["birthYear"],
        RegisterNumber = form["registerNumber"],
        Phone = form["phone"],
        HomeRegion = form["homeRegion"],
        Organisation = form["organisation"],
        OrganisationCode = form["organisationCode"],
        Consents = [.. form["consents"].OfType<string>()],
        Pin = form["pin"],
    };

    /// <summary>Notes everything that is wrong, but for the organisation, in the order of the fields.</summary>
    /// <param name="errors">Takes the words.</param>
    /// <param name="words">In which language.</param>
    /// <param name="regions">The country.</param>
    /// <param name="thisYear">The current year.</param>
    public void Check(FormErrors errors, IWords words, RegionTree regions, int thisYear)
    {
        // Nothing that a page of ours rendered: an old page, or a program.
        if (!LearningId.IsId(Token)) errors.Add("", words["form.stale"]);
        CheckName("patronymic", words["trainee.patronymic"], Patronymic);
        CheckName("givenName", words["trainee.givenName"], GivenName);
        if (EnumText.Parse<Sex>(Sex) is null) errors.Add("sex", words["form.choose", words["sex.label"]]);
        if (!IsBirthYear(thisYear)) errors.Add("birthYear", words["form.birthYear"]);
        if (!string.IsNullOrWhiteSpace(RegisterNumber) && (RegisterNumber.Length > 40 || !Domain.Identity.RegisterNumber.IsValid(RegisterNumber)))
            errors.Add("registerNumber", words["form.registerNumber"]);
        if (Phone is { Length: > 40 } || !PhoneNumber.IsValid(Phone)) errors.Add("phone", words["form.phone"]);
        if (regions.Find(HomeRegion) is null) errors.Add("homeRegion", words["form.choose", words["trainee.home"]]);
        if (Pin is not { Length: >= 4 and <= 8 } || !Pin.All(char.IsAsciiDigit)) errors.Add("pin", words["pin.form"]);
        if (!Agreed.HasFlag(Consent.Training)) errors.Add("consents", words["apply.consent.needed"]);

        void CheckName(string field, string label, string? name)
        {
            // Length first, so that a megabyte of blanks costs nothing.
            if (name?.Length > 4 * LongestName || MongolianText.Clean(name).Length > LongestName) errors.Add(field, words["form.tooLong", label, LongestName]);
            else if (MongolianText.Clean(name).Length == 0) errors.Add(field, words["form.required", label]);
        }
    }

    /// <summary>
    /// What is registered. The id is made of the form and what was typed into it: the same form sent twice is one registration,
    /// but filled in again for somebody else it is another. Nobody can aim at an id that exists.
    /// </summary>
    /// <param name="organisation">Code of the organisation found, if any.</param>
    public Registration ToRegistration(string? organisation) => new()
    {
        ProposedId = LearningId.From("application", Token!, Patronymic ?? "", GivenName ?? "", Sex ?? "", BirthYear ?? "", RegisterNumber ?? "", Phone ?? ""),
        GivenName = GivenName!,
        Patronymic = Patronymic ?? "",
        Sex = EnumText.Parse<Sex>(Sex) ?? Domain.Trainees.Sex.NotStated,
        BirthYear = int.Parse(BirthYear!.Trim(), CultureInfo.InvariantCulture),
        RegisterNumber = string.IsNullOrWhiteSpace(RegisterNumber) ? null : RegisterNumber,
        Phone = Phone,
        HomeRegion = HomeRegion,
        Organisation = organisation,
        Consents = Agreed,
        By = RegistrationSource.Self,
    };

    private bool IsBirthYear(int thisYear) =>
        BirthYear?.Trim() is { Length: 4 } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= EarliestBirthYear && year <= thisYear;
}
