using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>What a row says about its training.</summary>
public sealed record SheetTraining
{
    /// <summary>Name of the sheet; empty where the file has no such column.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Course code, one that exists.</summary>
    public required string Course { get; init; }

    /// <summary>P-code of the region where it was held.</summary>
    public required string Region { get; init; }

    /// <summary>First day; each session is a day later.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>Number of days, from 1.</summary>
    public required int Days { get; init; }

    /// <summary>Codes of the funders, in ordinal order, each once.</summary>
    public ImmutableArray<string> Funders { get; init; } = [];

    /// <summary>Who taught; may be empty.</summary>
    public string Trainer { get; init; } = "";
}
