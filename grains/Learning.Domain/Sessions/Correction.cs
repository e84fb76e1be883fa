namespace Learning.Domain.Sessions;

/// <summary>A mark set or taken back at the desk. It stands above the scans; all corrections stay in the log.</summary>
/// <param name="Id">The caller's id; the same id is applied once.</param>
/// <param name="TraineeId">Whose mark.</param>
/// <param name="Mark">The mark, or <see langword="null"/> to go back to what the scans say.</param>
/// <param name="Reason">Why, in the corrector's words or an import's row id.</param>
/// <param name="By">User name, or <c>import:id</c>.</param>
/// <param name="At">When the server took it.</param>
public sealed record Correction(string Id, string TraineeId, Mark? Mark, string Reason, string By, DateTimeOffset At);
