namespace Learning.Web.Accounts.SignIn;

/// <summary>What came of a user name and a password.</summary>
public enum PasswordVerdict
{
    /// <summary>Right.</summary>
    Right,

    /// <summary>Wrong, unknown, locked or disabled; which of them is not told.</summary>
    Refused,

    /// <summary>Wrong too often within a minute.</summary>
    TooMany,
}
