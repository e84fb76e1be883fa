namespace Learning.Domain.Trainees;

/// <summary>What is known of a person. Personal data: never in logs, URLs, QR codes, metric labels or donors' exports.</summary>
public sealed record Profile
{
    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Patronymic or its initial; may be empty.</summary>
    public string Patronymic { get; init; } = "";

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>Year of birth; 0 when unknown.</summary>
    public int BirthYear { get; init; }

    /// <summary>Keyed hash of the register number; the number itself is not kept.</summary>
    public string? RegisterHash { get; init; }

    /// <summary>The register number's last two digits, for a person to recognise it by.</summary>
    public string? RegisterEnding { get; init; }

    /// <summary>Phone number, eight digits.</summary>
    public string? Phone { get; init; }

    /// <summary>P-code of the home region.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Organisation code.</summary>
    public string? Organisation { get; init; }

    /// <summary>What the person agreed to.</summary>
    public Consent Consents { get; init; }

    /// <summary>The facts that a cohort keeps as of enrolment.</summary>
    public PersonAsOf AsOfNow() => new(HomeRegion, Organisation, BirthYear, Sex);

    /// <summary>Patronymic and given name, as Mongolians write it.</summary>
    public string DisplayName() => Patronymic.Length == 0 ? GivenName : $"{Patronymic} {GivenName}";
}
