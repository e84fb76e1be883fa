namespace Learning.CheckIn.Enrolment;

/// <summary>Its answer, as far as the app needs it.</summary>
/// <param name="AccessToken">Used once, for enrolling, and kept nowhere.</param>
/// <param name="Roles">Roles of the account.</param>
public sealed record SignInAnswer(string AccessToken, string[] Roles);
