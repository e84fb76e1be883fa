namespace Learning.Domain.Cohorts;

/// <summary>One grant that pays for a cohort.</summary>
/// <param name="Code">Grant code.</param>
/// <param name="Funder">Code of the funder whose grant it is.</param>
/// <param name="Share">Its share, 0 to 1; <see langword="null"/> when shares are not agreed (then equal).</param>
public sealed record GrantShare(string Code, string Funder, decimal? Share = null);
