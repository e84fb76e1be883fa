namespace Learning.Domain.Trainees;

/// <summary>What somebody says of themselves when registering, as typed.</summary>
public sealed record Registration
{
    /// <summary>The id to use if they are new.</summary>
    public required string ProposedId { get; init; }

    /// <summary>Given name.</summary>
    public required string GivenName { get; init; }

    /// <summary>Patronymic or its initial.</summary>
    public string Patronymic { get; init; } = "";

    /// <summary>Sex as stated.</summary>
    public Sex Sex { get; init; }

    /// <summary>Year of birth; 0 when not given.</summary>
    public int BirthYear { get; init; }

    /// <summary>Register number in clear; only its keyed hash is kept.</summary>
    public string? RegisterNumber { get; init; }

    /// <summary>Phone.</summary>
    public string? Phone { get; init; }

    /// <summary>P-code of the home region.</summary>
    public string? HomeRegion { get; init; }

    /// <summary>Organisation code.</summary>
    public string? Organisation { get; init; }

    /// <summary>What they agree to.</summary>
    public Consent Consents { get; init; }

    /// <summary>User name, <c>walkIn:scan</c> or <c>self</c>.</summary>
    public required string By { get; init; }
}
