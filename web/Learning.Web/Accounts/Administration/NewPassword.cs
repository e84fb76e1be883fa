namespace Learning.Web.Accounts.Administration;

/// <summary>Body of <c>POST /api/accounts/{userName}/password</c>.</summary>
/// <param name="Password">See <see cref="PasswordRule"/>.</param>
public sealed record NewPassword(string? Password);
