using System.Security.Claims;
using Learning.Silo.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Learning.Web.Accounts.SignIn;

/// <summary>
/// Whether a cookie or token still counts. Asked on every request, so that switching an account off, changing its roles or password,
/// or signing out takes effect at once and in every process; it is one read by primary key.
/// </summary>
/// <param name="database">Holds the accounts.</param>
/// <param name="identity">Names of the claims.</param>
/// <param name="clock">The present.</param>
public sealed class AccountStanding(IDatabase database, IOptions<IdentityOptions> identity, TimeProvider clock)
{
    /// <summary>The request's.</summary>
    /// <param name="context">The request.</param>
    public static AccountStanding Of(HttpContext context) => context.RequestServices.GetRequiredService<AccountStanding>();

    /// <summary>Whether the account is there, is not disabled, has the stamp it had at signing in, and did not sign out.</summary>
    /// <param name="principal">From a cookie or token that was not tampered with.</param>
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || principal.FindFirstValue(AccountClaims.SignInId) is not { } signIn
            || principal.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType) is not { } stamp) return false;
        return await database.ReadAsync(async (connection, cancel) => (await connection.RowsAsync(
            "SELECT 1 FROM users WHERE id = @id AND security_stamp = @stamp AND NOT disabled AND NOT EXISTS (SELECT 1 FROM ended_sign_ins WHERE id = @signIn)",
            [("id", id), ("stamp", stamp), ("signIn", signIn)], row => row.GetInt32(0), cancel)).Count == 1);
    }

    /// <summary>Ends one sign-in, here and wherever its cookie or token was copied to.</summary>
    /// <param name="principal">Whose.</param>
    public async Task EndAsync(ClaimsPrincipal principal)
    {
        if (principal.FindFirstValue(AccountClaims.SignInId) is not { } signIn) return;
        var now = clock.GetUtcNow();
        await database.WriteAsync(async (connection, cancel) =>
        {
            // What has run out by itself needs no row any more.
            await connection.ExecuteAsync("DELETE FROM ended_sign_ins WHERE runs_out_at < @now", [("now", now.ToUnixTimeMilliseconds())], cancel);
            return await connection.ExecuteAsync(
                "INSERT INTO ended_sign_ins (id, runs_out_at) VALUES (@id, @at) ON CONFLICT (id) DO NOTHING",
                [("id", signIn), ("at", (now + Schemes.AccountTime).ToUnixTimeMilliseconds())], cancel);
        });
    }
}
