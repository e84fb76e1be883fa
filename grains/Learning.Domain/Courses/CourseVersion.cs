namespace Learning.Domain.Courses;

/// <summary>One immutable version of a course.</summary>
public sealed record CourseVersion
{
    /// <summary>Course code, e.g. <c>OSH-101</c>.</summary>
    public required string Code { get; init; }

    /// <summary>1 for the first version, then one more for each change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Mongolian title.</summary>
    public required string TitleMn { get; init; }

    /// <summary>English title.</summary>
    public required string TitleEn { get; init; }

    /// <summary>Kind of course, e.g. <c>training</c>, <c>trainingOfTrainers</c>, <c>information</c>; counting rules may leave kinds out.</summary>
    public string Kind { get; init; } = "training";

    /// <summary>Planned hours of one delivery.</summary>
    public decimal Hours { get; init; }

    /// <summary>Days, one session each.</summary>
    public int Days { get; init; }

    /// <summary>Mongolian outline, Markdown.</summary>
    public string OutlineMn { get; init; } = "";

    /// <summary>English outline, Markdown.</summary>
    public string OutlineEn { get; init; } = "";

    /// <summary>When it is completed.</summary>
    public CompletionRule Completion { get; init; } = new();

    /// <summary>What those who complete it get.</summary>
    public CertificateRule Certificate { get; init; } = new();
}
