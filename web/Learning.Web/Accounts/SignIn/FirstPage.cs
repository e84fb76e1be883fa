using System.Security.Claims;

namespace Learning.Web.Accounts.SignIn;

/// <summary>The page that somebody's work begins on.</summary>
public static class FirstPage
{
    /// <summary>Figures for who reads them, today's sessions for who trains, the home page for everybody else.</summary>
    /// <param name="principal">Who has just signed in.</param>
    public static string Of(ClaimsPrincipal principal)
    {
        var caller = Caller.Of(principal);
        return caller.IsAdministrator || caller.IsManager ? "/reach" : caller.IsTrainer ? "/sessions" : "/";
    }
}
