namespace Learning.Web.Accounts.SignIn;

/// <summary>Answer of <c>POST /api/auth/login</c>.</summary>
/// <param name="AccessToken">To be sent as <c>Authorization: Bearer …</c>.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Roles">See <see cref="Accounts.Roles"/>.</param>
public sealed record LoginAnswer(string AccessToken, DateTimeOffset ExpiresAt, IReadOnlyList<string> Roles);
