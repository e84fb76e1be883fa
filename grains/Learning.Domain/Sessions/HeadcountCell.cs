using Learning.Domain.Trainees;

namespace Learning.Domain.Sessions;

/// <summary>People at a session known only as a number.</summary>
/// <param name="Sex">Their sex.</param>
/// <param name="AgeBand">A code of <see cref="Reach.AgeBand"/>.</param>
/// <param name="Count">How many, at least 1.</param>
public sealed record HeadcountCell(Sex Sex, string AgeBand, int Count);
