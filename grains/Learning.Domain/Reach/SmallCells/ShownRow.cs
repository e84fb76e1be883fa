namespace Learning.Domain.Reach.SmallCells;

/// <summary>What may be shown of a row.</summary>
/// <param name="Value">The value; <see langword="null"/> if it is withheld.</param>
/// <param name="Cumulative">The cumulative value; <see langword="null"/> if it is withheld or there is none.</param>
public sealed record ShownRow(decimal? Value, decimal? Cumulative);
