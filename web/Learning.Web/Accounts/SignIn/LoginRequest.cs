namespace Learning.Web.Accounts.SignIn;

/// <summary>Body of <c>POST /api/auth/login</c>.</summary>
/// <param name="UserName">Required; case doesn't matter.</param>
/// <param name="Password">Required.</param>
public sealed record LoginRequest(string? UserName, string? Password);
