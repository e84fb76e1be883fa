using System.Security.Claims;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Learning.Web.Accounts.SignIn;

/// <summary>Signing in and out.</summary>
public static class SignInEndpoints
{
    /// <summary>Maps <c>POST /api/auth/login</c>, <c>POST /api/auth/logout</c>, <c>GET /api/me</c> and <c>POST /sign-out</c> (a form, with its antiforgery token).</summary>
    /// <param name="routes">Where.</param>
    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/api/auth/login", Login).AllowAnonymous().WithTags("accounts").WithSummary("An access token for a user name and a password");
        routes.MapPost("/api/auth/logout", (Delegate)Logout).RequireAuthorization().WithTags("accounts").WithSummary("Ends the token or cookie it is called with");
        routes.MapGet("/api/me", GetMe).RequireAuthorization().WithTags("accounts").WithSummary("Who the caller is");
        routes.MapPost("/sign-out", SignOut).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>Ends the request's sign-in: its cookie, or its token, and any copy of either.</summary>
    /// <param name="context">The request.</param>
    public static async Task EndAsync(HttpContext context)
    {
        var services = context.RequestServices;
        if (Caller.Of(context.User).UserName is { } userName)
        {
            await services.GetRequiredService<AccountStanding>().EndAsync(context.User);
            await services.GetRequiredService<IAuditLog>().Note(context.User, "account.signOut", userName);
        }

        await context.SignOutAsync(Schemes.Account);
        await context.SignOutAsync(Schemes.Trainee);
    }

    private static async Task<Results<Ok<LoginAnswer>, ValidationProblem, ProblemHttpResult>> Login(
        LoginRequest request, PasswordSignIn signIn, AccessTokens tokens, HttpContext context, IWords words)
    {
        var missing = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(request.UserName)) missing["userName"] = [words["accounts.error.userNameMissing"]];
        if (string.IsNullOrEmpty(request.Password)) missing["password"] = [words["accounts.error.passwordMissing"]];
        if (missing.Count > 0) return TypedResults.ValidationProblem(missing, title: words["accounts.problem.input"]);

        var (verdict, principal) = await signIn.CheckAsync(request.UserName!, request.Password!, context.Connection.RemoteIpAddress, context.RequestAborted);
        switch (verdict)
        {
            case PasswordVerdict.Right:
                var (token, expiresAt) = tokens.Issue(principal!);
                return TypedResults.Ok(new LoginAnswer(token, expiresAt, RolesOf(principal!)));
            case PasswordVerdict.TooMany:
                context.Response.Headers.RetryAfter = "60";
                return TypedResults.Problem(words["accounts.signIn.tooMany"], statusCode: StatusCodes.Status429TooManyRequests);
            default:
                return TypedResults.Problem(
                    Refusal(words), statusCode: StatusCodes.Status401Unauthorized, title: words["accounts.signIn.refused.title"]);
        }
    }

    /// <summary>What somebody refused is told: the same for a wrong, unknown, locked or disabled one.</summary>
    /// <param name="words">In their language.</param>
    public static string Refusal(IWords words) =>
        words["accounts.signIn.refused", PasswordSignIn.MostWrong, (int)PasswordSignIn.LockTime.TotalMinutes];

    private static async Task<NoContent> Logout(HttpContext context)
    {
        await EndAsync(context);
        return TypedResults.NoContent();
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SignOut(HttpContext context, IAntiforgery antiforgery, IWords words)
    {
        // Nobody to protect: the page was open longer than the sign-in lasted.
        if (context.User.Identity is not { IsAuthenticated: true }) return TypedResults.LocalRedirect("/");
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.Problem(words["accounts.problem.form"], statusCode: StatusCodes.Status400BadRequest);
        await EndAsync(context);
        return TypedResults.LocalRedirect("/");
    }

    private static Ok<Me> GetMe(ClaimsPrincipal user)
    {
        var caller = Caller.Of(user);
        return TypedResults.Ok(new Me(caller.UserName, user.FindFirstValue(AccountClaims.DisplayName), RolesOf(user), caller.TraineeId));
    }

    private static string[] RolesOf(ClaimsPrincipal user) => [.. user.FindAll(ClaimTypes.Role).Select(role => role.Value).Distinct(StringComparer.Ordinal)];
}
