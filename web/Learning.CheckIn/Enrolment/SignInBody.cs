namespace Learning.CheckIn.Enrolment;

/// <summary>Body of <c>POST /api/auth/login</c>.</summary>
/// <param name="UserName">User name.</param>
/// <param name="Password">Password; kept nowhere.</param>
public sealed record SignInBody(string UserName, string Password);
