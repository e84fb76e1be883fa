using Learning.Domain.Imports;

namespace Learning.Silo.ReadModel;

/// <summary>One import. Table <c>imports</c>.</summary>
public sealed record ImportRow
{
    /// <summary>Import id.</summary>
    public required string ImportId { get; init; }

    /// <summary>As uploaded.</summary>
    public required string FileName { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; init; }

    /// <summary>Rows or trainings done.</summary>
    public int Done { get; init; }

    /// <summary>Of how many.</summary>
    public int Total { get; init; }

    /// <summary>User name.</summary>
    public required string StartedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }
}
