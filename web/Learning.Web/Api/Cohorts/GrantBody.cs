namespace Learning.Web.Api.Cohorts;

/// <summary>A grant that pays for a cohort.</summary>
/// <param name="Code">Grant code.</param>
/// <param name="Share">Its share, 0 to 1; absent when shares are not agreed.</param>
public sealed record GrantBody(string? Code, decimal? Share);
