namespace Learning.Domain.Imports;

/// <summary>An import in numbers.</summary>
public sealed record ImportSummary
{
    /// <summary>Rows in the file.</summary>
    public int Rows { get; init; }

    /// <summary>Who they are.</summary>
    public ImportPeople People { get; init; } = new();

    /// <summary>Trainings, each a cohort.</summary>
    public int Cohorts { get; init; }

    /// <summary>Of these, trainings that an earlier import had brought already, unchanged.</summary>
    public int AlreadyImported { get; init; }

    /// <summary>Marks of presence.</summary>
    public int Marks { get; init; }

    /// <summary>Rows that can't be taken.</summary>
    public int Errors { get; init; }

    /// <summary>Rows taken with something left out.</summary>
    public int Warnings { get; init; }
}
