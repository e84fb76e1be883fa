using Learning.Domain.Trainees;

namespace Learning.Silo.ReadModel;

/// <summary>One person, for lists and search. Table <c>people</c>.</summary>
public sealed record PersonRow
{
    /// <summary>Dense number; its upper bits name the reach shard.</summary>
    public long Number { get; init; }

    /// <summary>Trainee id.</summary>
    public required string TraineeId { get; init; }

    /// <summary>Patronymic or initial.</summary>
    public required string Patronymic { get; init; }

    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Names and phone, normalised for search in Cyrillic and Latin.</summary>
    public required string Search { get; init; }

    /// <summary>As stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>0 when unknown.</summary>
    public int BirthYear { get; init; }

    /// <summary>Last two digits of the register number.</summary>
    public string? RegisterEnding { get; init; }

    /// <summary>Eight digits.</summary>
    public string? Phone { get; init; }

    /// <summary>P-code now.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Organisation code now.</summary>
    public string? Organisation { get; init; }

    /// <summary>What was agreed to.</summary>
    public Consent Consents { get; init; }

    /// <summary>The badge in force.</summary>
    public string? BadgeId { get; init; }

    /// <summary>Its short code.</summary>
    public string? ShortCode { get; init; }

    /// <summary>Whether the own page has a PIN.</summary>
    public bool HasPin { get; init; }

    /// <summary>Trainee id of the survivor of a merge.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Whether only an undone import held them here.</summary>
    public bool Retracted { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset RegisteredAt { get; init; }

    /// <summary>User name or source.</summary>
    public required string RegisteredBy { get; init; }
}
