using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.Extensions.Options;

namespace Learning.Web.Accounts.SignIn;

/// <summary>Issues access tokens: claims sealed by data protection, readable by every process of the installation.</summary>
/// <param name="options">Of the bearer scheme.</param>
/// <param name="clock">The present.</param>
public sealed class AccessTokens(IOptionsMonitor<BearerTokenOptions> options, TimeProvider clock)
{
    /// <summary>Issues one.</summary>
    /// <param name="principal">For whom.</param>
    /// <returns>The token and when it runs out, UTC.</returns>
    public (string Token, DateTimeOffset ExpiresAt) Issue(ClaimsPrincipal principal)
    {
        var bearer = options.Get(Schemes.Bearer);
        var expiresAt = clock.GetUtcNow() + bearer.BearerTokenExpiration;
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { ExpiresUtc = expiresAt }, Schemes.Bearer);
        return (bearer.BearerTokenProtector.Protect(ticket), expiresAt);
    }
}
