namespace Learning.Silo.ReadModel;

/// <summary>One organisation. Table <c>organisations</c>.</summary>
public sealed record OrganisationRow
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Code of the one it belongs to.</summary>
    public string? Parent { get; init; }

    /// <summary>federation, ngo or partnership.</summary>
    public required string Kind { get; init; }

    /// <summary>Mongolian name.</summary>
    public required string NameMn { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }
}
