using Learning.Domain.Reach;

namespace Learning.Silo.ReadModel;

/// <summary>One frozen report, for lists. Table <c>reports</c>.</summary>
public sealed record ReportRow
{
    /// <summary>Report id.</summary>
    public required string ReportId { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>P-code.</summary>
    public required string Region { get; init; }

    /// <summary>What it counts.</summary>
    public Measure Measure { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset FrozenAt { get; init; }

    /// <summary>User name.</summary>
    public required string FrozenBy { get; init; }

    /// <summary>SHA-256 of its bytes, in hex.</summary>
    public required string ContentHash { get; init; }
}
