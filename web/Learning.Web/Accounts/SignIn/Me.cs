namespace Learning.Web.Accounts.SignIn;

/// <summary>Answer of <c>GET /api/me</c>: who the caller is.</summary>
/// <param name="UserName">Of the account; missing for a trainee.</param>
/// <param name="DisplayName">Of the account; missing for a trainee.</param>
/// <param name="Roles">See <see cref="Accounts.Roles"/>.</param>
/// <param name="TraineeId">Whose own page is open, if any.</param>
public sealed record Me(string? UserName, string? DisplayName, IReadOnlyList<string> Roles, string? TraineeId);
