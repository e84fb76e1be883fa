namespace Learning.Domain.Sessions;

/// <summary>Somebody present at a session, from a row of a paper sheet.</summary>
/// <param name="RowId">The row's id.</param>
/// <param name="TraineeId">Who.</param>
public sealed record ImportedPresence(string RowId, string TraineeId);
