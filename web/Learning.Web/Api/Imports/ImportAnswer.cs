using System.Collections.Immutable;
using Learning.Domain.Imports;
using Learning.Web.Words;

namespace Learning.Web.Api.Imports;

/// <summary>One upload, and what became of it.</summary>
public sealed record ImportAnswer
{
    /// <summary>Most problems in an answer; all that are kept are in <c>errors.csv</c>.</summary>
    public const int MostProblems = 100;

    /// <summary>Import id.</summary>
    public required string Id { get; init; }

    /// <summary>The file's name.</summary>
    public required string FileName { get; init; }

    /// <summary>Where it stands.</summary>
    public ImportState State { get; init; }

    /// <summary>Whether its work broke off before its end and waits for <c>POST …/resume</c>.</summary>
    public bool Stopped { get; init; }

    /// <summary>Steps done of the current state.</summary>
    public int Done { get; init; }

    /// <summary>Steps altogether; 0 until known.</summary>
    public int Total { get; init; }

    /// <summary>User name.</summary>
    public required string StartedBy { get; init; }

    /// <summary>When uploaded, UTC.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The file's headers, in its order.</summary>
    public ImmutableArray<string> Headers { get; init; } = [];

    /// <summary>Which column each field is read from: its place, from 0.</summary>
    public required IReadOnlyDictionary<SheetField, int> Columns { get; init; }

    /// <summary>What is in it, or what it brought.</summary>
    public required ImportSummary Summary { get; init; }

    /// <summary>What is wrong, the first hundred.</summary>
    public ImmutableArray<ImportProblemAnswer> Problems { get; init; } = [];

    /// <summary>An import as answered.</summary>
    /// <param name="import">The import.</param>
    /// <param name="words">The caller's language.</param>
    public static ImportAnswer Of(Import import, IWords words) => new()
    {
        Id = import.Id,
        FileName = import.FileName,
        State = import.State,
        Done = import.Done,
        Total = import.Total,
        StartedBy = import.StartedBy,
        StartedAt = import.StartedAt,
        Headers = import.Headers,
        Columns = import.Columns,
        Summary = import.Summary,
        Problems = [.. import.Problems.Take(MostProblems).Select(p => ImportProblemAnswer.Of(p, words))],
    };
}
