namespace Learning.Domain.Reach;

/// <summary>One session as reach needs it.</summary>
/// <param name="Number">Number within the cohort; what <see cref="ParticipationFact.Attended"/> refers to. Any number, gaps allowed.</param>
/// <param name="Date">The day it took place, between <see cref="ReachDay.First"/> and <see cref="ReachDay.Last"/>.</param>
/// <param name="Hours">Planned hours; kept to the second.</param>
public sealed record SessionFact(int Number, DateOnly Date, decimal Hours);
