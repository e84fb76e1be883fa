namespace Learning.Web.Accounts;

/// <summary>Claims that ASP.NET Core has no name for.</summary>
public static class AccountClaims
{
    /// <summary>An account's display name.</summary>
    public const string DisplayName = "display_name";

    /// <summary>Id of one sign-in, so that signing out ends exactly that one.</summary>
    public const string SignInId = "sign_in";

    /// <summary>The trainee whose own page was opened by badge and PIN.</summary>
    public const string TraineeId = "trainee_id";

    /// <summary>The phone whose sync grant was shown.</summary>
    public const string DeviceId = "device_id";
}
