namespace Learning.Web.Accounts.SignIn;

/// <summary>How a request says who sends it.</summary>
public static class Schemes
{
    /// <summary>Whichever of the others the request uses. The default.</summary>
    public const string Chosen = "chosen";
}
