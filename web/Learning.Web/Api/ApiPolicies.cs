namespace Learning.Web.Api;

/// <summary>Names of the authorization policies that only the API needs, besides those of Accounts.</summary>
public static class ApiPolicies
{
    /// <summary>A phone that shows its grant, or somebody of the staff.</summary>
    public const string Sync = "sync";

    /// <summary>Those who register people and check them in: administrators and trainers.</summary>
    public const string Desk = "desk";
}
