using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>One upload of a sign-in sheet file, and what became of it.</summary>
public sealed record Import
{
    /// <summary>Import id.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name as uploaded.</summary>
    public required string FileName { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; init; }

    /// <summary>Steps done of the current state: rows while checking, trainings while importing or undoing.</summary>
    public int Done { get; init; }

    /// <summary>Steps altogether; 0 until known.</summary>
    public int Total { get; init; }

    /// <summary>User name.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When uploaded, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The file's headers, in its order; empty until it has been looked at.</summary>
    public ImmutableArray<string> Headers { get; init; } = [];

    /// <summary>Which column each field is read from: the place in <see cref="Headers"/>, from 0.</summary>
    public ImmutableSortedDictionary<SheetField, int> Columns { get; init; } = ImmutableSortedDictionary<SheetField, int>.Empty;

    /// <summary>Columns as the user matched them; null takes a field out. Fields not named are matched by their headers.</summary>
    public ImmutableSortedDictionary<SheetField, int?> Chosen { get; init; } = ImmutableSortedDictionary<SheetField, int?>.Empty;

    /// <summary>What is in it, or what it brought.</summary>
    public ImportSummary Summary { get; init; } = new();

    /// <summary>What is wrong, the first two thousand; <see cref="ImportSummary"/> counts all.</summary>
    public ImmutableArray<ImportProblem> Problems { get; init; } = [];
}
