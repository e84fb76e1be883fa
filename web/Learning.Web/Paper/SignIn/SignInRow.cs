namespace Learning.Web.Paper.SignIn;

/// <summary>One person on a sign-in sheet. No phone and no register number: everybody in the room sees the sheet.</summary>
/// <param name="Name">Name as on the roster.</param>
/// <param name="Organisation">Organisation, if any.</param>
/// <param name="ShortCode">Short code as printed on the badge, with which the desk enters the sheet later.</param>
public sealed record SignInRow(string Name, string? Organisation = null, string? ShortCode = null);
