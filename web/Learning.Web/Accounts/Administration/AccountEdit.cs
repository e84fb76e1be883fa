namespace Learning.Web.Accounts.Administration;

/// <summary>Body of <c>PUT /api/accounts/{userName}</c>: all of what can be changed.</summary>
/// <param name="DisplayName">1 to 100 characters.</param>
/// <param name="Roles">At least one of <see cref="Accounts.Roles.OfAccounts"/>.</param>
/// <param name="Disabled">May not sign in.</param>
/// <param name="Trainee">The trainee who this is: a trainee id, or the short code of a badge; empty for none.</param>
public sealed record AccountEdit(string? DisplayName, IReadOnlyList<string>? Roles, bool Disabled, string? Trainee = null);
