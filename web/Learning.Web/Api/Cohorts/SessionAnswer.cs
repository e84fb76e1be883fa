namespace Learning.Web.Api.Cohorts;

/// <summary>A session of a cohort.</summary>
/// <param name="Id">Session id, <c>cohort/number</c>; in a URL's path written <c>cohort~number</c>.</param>
/// <param name="Number">From 1.</param>
/// <param name="Date">Day, in the training region's time zone.</param>
/// <param name="Hours">Planned hours.</param>
public sealed record SessionAnswer(string Id, int Number, DateOnly Date, decimal Hours);
