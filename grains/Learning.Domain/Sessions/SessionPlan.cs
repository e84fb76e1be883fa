namespace Learning.Domain.Sessions;

/// <summary>One dated meeting of a cohort.</summary>
/// <param name="Number">From 1, in date order when planned.</param>
/// <param name="Date">Day, in the time zone of the training region.</param>
/// <param name="Hours">Planned hours.</param>
public sealed record SessionPlan(int Number, DateOnly Date, decimal Hours);
