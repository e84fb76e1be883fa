namespace Learning.Domain.Courses;

/// <summary>When somebody has completed a course version (domain.md: completion).</summary>
/// <param name="MinHoursShare">Least share of the planned hours that must be attended, 0 to 1.</param>
/// <param name="PassMark">Least post-test result in percent; <see langword="null"/> when the course has no pass mark.</param>
public sealed record CompletionRule(decimal MinHoursShare = 0.8m, decimal? PassMark = null)
{
    /// <summary>Whether the rule is met.</summary>
    /// <param name="hoursAttended">Hours of the sessions attended.</param>
    /// <param name="hoursPlanned">Hours of all sessions of the cohort.</param>
    /// <param name="postScore">Post-test result in percent; <see langword="null"/> if not taken.</param>
    public bool IsMet(decimal hoursAttended, decimal hoursPlanned, decimal? postScore) =>
        hoursPlanned > 0
        && hoursAttended >= MinHoursShare * hoursPlanned
        && (PassMark is not { } mark || postScore >= mark);
}
