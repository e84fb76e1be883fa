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

    /// <summary>Which column of the file holds which field, by field; empty until the file has been looked at.</summary>
    public ImmutableSortedDictionary<string, string> Columns { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Headers of the file that nothing is read from.</summary>
    public ImmutableArray<string> UnusedColumns { get; init; } = [];

    /// <summary>What is in it, or what it brought.</summary>
    public ImportSummary Summary { get; init; } = new();

    /// <summary>What is wrong with rows, the first few thousand.</summary>
    public ImmutableArray<ImportError> Errors { get; init; } = [];

    /// <summary>Cohorts that it brought; an undo takes these back.</summary>
    public ImmutableArray<string> Cohorts { get; init; } = [];

    /// <summary>People whom it registered; an undo retracts those whom nothing else holds.</summary>
    public ImmutableArray<string> NewPeople { get; init; } = [];
}
