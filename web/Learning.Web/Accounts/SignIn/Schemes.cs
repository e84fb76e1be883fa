using Learning.Web.Api;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Learning.Web.Accounts.SignIn;

/// <summary>How a request says who sends it.</summary>
public static class Schemes
{
    /// <summary>Whichever of the others the request uses. The default.</summary>
    public const string Chosen = "chosen";

    /// <summary>An account's cookie: pages.</summary>
    public const string Account = "account";

    /// <summary>An account's access token: the API.</summary>
    public const string Bearer = "bearer";

    /// <summary>A phone's grant: the calls that phones make.</summary>
    public const string Device = "device";

    /// <summary>A trainee's cookie, after badge and PIN.</summary>
    public const string Trainee = "trainee";

    /// <summary>How long an account stays signed in; a cookie's time begins anew while it is used, a token's does not.</summary>
    public static readonly TimeSpan AccountTime = TimeSpan.FromHours(8);

    /// <summary>How long a trainee's page stays open: badges are shown on borrowed phones.</summary>
    public static readonly TimeSpan TraineeTime = TimeSpan.FromHours(1);

    /// <summary>The page to sign in on; <c>?returnUrl=</c> leads back.</summary>
    public const string SignInPath = "/sign-in";

    /// <summary>What a token or a grant follows in the Authorization header (RFC 6750).</summary>
    public const string BearerPrefix = "Bearer ";

    private const string AccountCookie = "learning.account";
    private const string TraineeCookie = "learning.trainee";

    /// <summary>Registers all of them.</summary>
    /// <param name="services">Where.</param>
    public static IServiceCollection AddLearningSchemes(this IServiceCollection services)
    {
        services.AddScoped<AccountStanding>();
        services.AddAuthentication(Chosen)
            .AddPolicyScheme(Chosen, null, options => options.ForwardDefaultSelector = context => Of(context.Request))
            .AddCookie(Account, options =>
            {
                SetUp(options, AccountCookie, AccountTime);
                options.SlidingExpiration = true;
                options.LoginPath = SignInPath;
                options.Events.OnValidatePrincipal = async context =>
                {
                    if (!await AccountStanding.Of(context.HttpContext).HoldsAsync(context.Principal!)) context.RejectPrincipal();
                };
            })
            .AddCookie(Trainee, options =>
            {
                SetUp(options, TraineeCookie, TraineeTime);
                options.SlidingExpiration = false;
                // There is nowhere to sign in without the badge; the home page says so.
                options.LoginPath = "/";
            })
            .AddBearerToken(Bearer, options =>
            {
                options.BearerTokenExpiration = AccountTime;
                options.Events.OnMessageReceived = RefuseIfEnded;
            });
        return services;
    }

    /// <summary>A request with an Authorization header is judged by that alone, so that a wrong token is never hidden by a cookie.</summary>
    private static string Of(HttpRequest request) =>
        request.Headers.ContainsKey("Authorization") ? IsGrant(request.Headers.Authorization.ToString()) && IsForPhones(request) ? Device : Bearer
        : request.Cookies.ContainsKey(AccountCookie) ? Account
        : request.Cookies.ContainsKey(TraineeCookie) ? Trainee
        : Account;

    // A device's id and its grant; an account's token has no dot.
    private static bool IsGrant(string header) => header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase) && header.Contains('.', StringComparison.Ordinal);

    // Everywhere else a phone is nobody.
    private static bool IsForPhones(HttpRequest request) =>
        request.HttpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(data => data.Policy == ApiPolicies.Sync) == true;

    private static void SetUp(CookieAuthenticationOptions options, string name, TimeSpan time)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = time;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        options.Events.OnRedirectToLogin = context => ApiAuthorizationAnswers.IsApi(context.Request)
            ? Answer(context, StatusCodes.Status401Unauthorized)
            : Redirect(context);
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        // A form that was posted can't be opened again by its address; the page before it can.
        context.Response.Redirect(HttpMethods.IsGet(context.Request.Method)
            ? context.RedirectUri
            : UriHelper.BuildRelative(context.Request.PathBase, context.Options.LoginPath));
        return Task.CompletedTask;
    }

    private static async Task RefuseIfEnded(MessageReceivedContext context)
    {
        string header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(BearerPrefix, StringComparison.OrdinalIgnoreCase)) return;
        // Where a phone is nobody. Unsealing its grant would throw.
        if (IsGrant(header))
        {
            context.NoResult();
            return;
        }

        // The handler judges form and age; it can't know that the account was switched off since.
        var ticket = context.Options.BearerTokenProtector.Unprotect(header[BearerPrefix.Length..]);
        if (ticket is not null && !await AccountStanding.Of(context.HttpContext).HoldsAsync(ticket.Principal))
            context.Fail("The sign-in has ended.");
    }
}
