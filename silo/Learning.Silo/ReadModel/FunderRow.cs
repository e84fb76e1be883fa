namespace Learning.Silo.ReadModel;

/// <summary>One funder. Table <c>funders</c>.</summary>
public sealed record FunderRow
{
    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Mongolian name.</summary>
    public required string NameMn { get; init; }

    /// <summary>English name.</summary>
    public required string NameEn { get; init; }
}
