using Learning.Web.Words;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Learning.Web.Accounts;

/// <summary>Refused API calls get problem details, whichever scheme refused: 401 for those who are not signed in, 403 for those who may not.</summary>
public sealed class ApiAuthorizationAnswers : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler standard = new();

    /// <summary>Whether the path is of the API, where nobody is redirected.</summary>
    /// <param name="request">The request.</param>
    public static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api");

    /// <inheritdoc/>
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        await standard.HandleAsync(next, context, policy, authorizeResult);
        if (authorizeResult.Succeeded || context.Response.HasStarted || !IsApi(context.Request)) return;
        var words = context.RequestServices.GetRequiredService<IWords>();
        var unknown = context.Response.StatusCode == StatusCodes.Status401Unauthorized;
        // RFC 9110: a 401 says how to authenticate; a cookie scheme doesn't.
        if (unknown) context.Response.Headers.WWWAuthenticate = "Bearer";
        await TypedResults.Problem(
            words[unknown ? "accounts.problem.unknown" : "accounts.problem.forbidden"],
            statusCode: context.Response.StatusCode,
            title: words[unknown ? "accounts.problem.unknown.title" : "accounts.problem.forbidden.title"]).ExecuteAsync(context);
    }
}
