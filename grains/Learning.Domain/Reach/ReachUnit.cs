namespace Learning.Domain.Reach;

/// <summary>
/// One of the things that a figure counts; a figure has exactly as many as it says. For contact hours, a participation
/// with hours in it.
/// </summary>
/// <param name="Person">Number of the person within the shard.</param>
/// <param name="CohortId">The cohort, where participations are counted; otherwise <see langword="null"/>.</param>
/// <param name="Course">The course, where people are counted once a course; otherwise <see langword="null"/>.</param>
/// <param name="ReportingYear">
/// The calendar year in which the reporting year began, where people are counted once a reporting year; otherwise
/// <see langword="null"/>.
/// </param>
public sealed record ReachUnit(int Person, string? CohortId = null, string? Course = null, int? ReportingYear = null);
