namespace Learning.Web.Accounts.Administration;

/// <summary>Body of <c>POST /api/accounts</c>.</summary>
/// <param name="UserName">See <see cref="UserNameRule"/>.</param>
/// <param name="DisplayName">1 to 100 characters.</param>
/// <param name="Roles">At least one of <see cref="Accounts.Roles.OfAccounts"/>.</param>
/// <param name="Password">See <see cref="PasswordRule"/>.</param>
public sealed record NewAccount(string? UserName, string? DisplayName, IReadOnlyList<string>? Roles, string? Password);
