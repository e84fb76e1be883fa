namespace Learning.Web.Api.Cohorts;

/// <summary>A session as it is to be from now on.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Date">Its day.</param>
/// <param name="Hours">Its planned hours; as before when absent.</param>
public sealed record SessionBody(int? Number, DateOnly? Date, decimal? Hours);
