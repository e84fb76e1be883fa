namespace Learning.Domain.Imports;

/// <summary>A row under its id.</summary>
/// <param name="RowId">The cohort's id, a slash, and the row's number on its sheet or, without one, what follows from its content.</param>
/// <param name="Row">The row.</param>
public sealed record PlannedRow(string RowId, SheetRow Row);
