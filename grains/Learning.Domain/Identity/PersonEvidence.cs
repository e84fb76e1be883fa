using Learning.Domain.Trainees;

namespace Learning.Domain.Identity;

/// <summary>What one row of a sheet, one form or one profile says about a person.</summary>
public sealed record PersonEvidence
{
    /// <summary>Given name, for showing; never empty for a real row.</summary>
    public required string GivenName { get; init; }

    /// <summary>Patronymic, in full, in the genitive or an initial; empty if not stated.</summary>
    public string Patronymic { get; init; } = "";

    /// <summary>Register number, hashed.</summary>
    public KeyedNumber? Register { get; init; }

    /// <summary>Phone number, hashed.</summary>
    public KeyedNumber? Phone { get; init; }

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>Year of birth, as stated or as the register number says.</summary>
    public int? BirthYear { get; init; }

    /// <summary>P-code of the home soum.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Code of the organisation the person belongs to.</summary>
    public string? Organisation { get; init; }
}
