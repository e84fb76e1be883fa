using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Learning.Web.Accounts.SignIn;

/// <summary>Opens a trainee's own pages once the badge and PIN were found right; trainees have no account.</summary>
public static class TraineeSignIn
{
    /// <summary>Opens them for an hour, on this browser. The answer must not have started.</summary>
    /// <param name="context">The request that brought badge and PIN.</param>
    /// <param name="traineeId">Whose.</param>
    public static Task SignInAsync(HttpContext context, string traineeId) =>
        context.SignInAsync(Schemes.Trainee, new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(AccountClaims.TraineeId, traineeId), new Claim(ClaimTypes.Role, Roles.Trainee)], Schemes.Trainee)));

    /// <summary>Closes them.</summary>
    /// <param name="context">The request.</param>
    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(Schemes.Trainee);
}
