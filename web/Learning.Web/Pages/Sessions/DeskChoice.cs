namespace Learning.Web.Pages.Sessions;

/// <summary>Somebody whom a name at the desk may mean.</summary>
/// <param name="TraineeId">Who.</param>
/// <param name="Name">Patronymic and given name.</param>
/// <param name="Note">What tells people of one name apart: birth year, home, short code.</param>
/// <param name="IsOnRoster">Whether they have a place in this cohort.</param>
public sealed record DeskChoice(string TraineeId, string Name, string Note, bool IsOnRoster);
