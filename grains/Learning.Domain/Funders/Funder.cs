using System.Collections.Immutable;

namespace Learning.Domain.Funders;

/// <summary>Who pays for training: a donor, or the federation itself.</summary>
public sealed record Funder
{
    /// <summary>Funder code.</summary>
    public required string Code { get; init; }

    /// <summary>Mongolian name.</summary>
    public required string NameMn { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>What kind of organisation it is.</summary>
    public FunderType Type { get; init; }

    /// <summary>Organisation identifier in the IATI registry, when there is one.</summary>
    public string? IatiReference { get; init; }

    /// <summary>Its grants.</summary>
    public ImmutableArray<Grant> Grants { get; init; } = [];
}
