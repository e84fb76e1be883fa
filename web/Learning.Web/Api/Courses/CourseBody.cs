using Learning.Domain.Courses;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Courses;

/// <summary>What a course teaches and asks.</summary>
public sealed record CourseBody
{
    /// <summary>Mongolian title.</summary>
    public string? TitleMn { get; init; }

    /// <summary>English title.</summary>
    public string? TitleEn { get; init; }

    /// <summary>Kind of course; as before when absent, <c>training</c> for a new one.</summary>
    public string? Kind { get; init; }

    /// <summary>Planned hours, up to 1,000.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Days, 1 to 30.</summary>
    public int? Days { get; init; }

    /// <summary>Mongolian outline, Markdown; as before when absent.</summary>
    public string? OutlineMn { get; init; }

    /// <summary>English outline, Markdown; as before when absent.</summary>
    public string? OutlineEn { get; init; }

    /// <summary>When it is completed; four fifths of the hours when absent.</summary>
    public CompletionBody? Completion { get; init; }

    /// <summary>What those who complete it get; a certificate of completion for ever when absent.</summary>
    public CertificateBody? Certificate { get; init; }

    private const int LongestTitle = 200;
    private const int LongestOutline = 20_000;

    /// <summary>The version to publish.</summary>
    /// <param name="code">Course code.</param>
    /// <param name="latest">The latest version, if there is one.</param>
    /// <param name="errors">Takes what is wrong.</param>
    internal CourseVersion Read(string code, CourseVersion? latest, FieldErrors errors)
    {
        var kind = errors.Text("kind", Kind, 40, required: false);
        if (OutlineMn?.Length > LongestOutline) errors.Add("outlineMn", "problem.tooLong", LongestOutline);
        if (OutlineEn?.Length > LongestOutline) errors.Add("outlineEn", "problem.tooLong", LongestOutline);
        return new CourseVersion
        {
            Code = code,
            TitleMn = errors.Text("titleMn", TitleMn, LongestTitle),
            TitleEn = errors.Text("titleEn", TitleEn, LongestTitle),
            Kind = kind.Length == 0 ? latest?.Kind ?? "training" : kind,
            Hours = errors.Number("hours", Hours, 0.25m, 1000m),
            Days = errors.Number("days", Days, 1, 30),
            OutlineMn = OutlineMn ?? latest?.OutlineMn ?? "",
            OutlineEn = OutlineEn ?? latest?.OutlineEn ?? "",
            Completion = Completion?.Read(errors) ?? new CompletionRule(),
            Certificate = Certificate?.Read(errors) ?? new CertificateRule(),
        };
    }
}
