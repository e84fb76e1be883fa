namespace Learning.Web.Pages.Home;

/// <summary>How many open cohorts of one course there are in one region.</summary>
/// <param name="Region">P-code.</param>
/// <param name="CourseCode">Course code.</param>
/// <param name="TitleMn">Mongolian title of the course.</param>
/// <param name="TitleEn">English title of the course.</param>
/// <param name="Count">How many.</param>
public sealed record OpenCohortsCount(string Region, string CourseCode, string TitleMn, string TitleEn, int Count);
