namespace Learning.Web.Api.Courses;

/// <summary>A course in a list: its latest version.</summary>
/// <param name="Code">Course code.</param>
/// <param name="Version">Version.</param>
/// <param name="TitleMn">Mongolian title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="Kind">Kind of course.</param>
/// <param name="Hours">Planned hours.</param>
/// <param name="Days">Days.</param>
public sealed record CourseAnswer(string Code, int Version, string TitleMn, string TitleEn, string Kind, decimal Hours, int Days);
