namespace Learning.Silo.ReadModel;

/// <summary>The latest version of a course. Table <c>courses</c>.</summary>
public sealed record CourseRow
{
    /// <summary>Course code.</summary>
    public required string Code { get; init; }

    /// <summary>Version.</summary>
    public int Version { get; init; }

    /// <summary>Mongolian title.</summary>
    public required string TitleMn { get; init; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Kind of course.</summary>
    public required string Kind { get; init; }

    /// <summary>Planned minutes.</summary>
    public int HoursMinutes { get; init; }

    /// <summary>Days.</summary>
    public int Days { get; init; }
}
