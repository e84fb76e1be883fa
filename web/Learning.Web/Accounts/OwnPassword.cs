using System.Security.Claims;
using Learning.Web.Accounts.SignIn;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Learning.Web.Accounts;

/// <summary>Changes one's own password. The present one is asked for: somebody else may sit at an open screen.</summary>
/// <param name="users">The accounts.</param>
/// <param name="principals">Makes claims of an account.</param>
/// <param name="attempts">Slows guessing.</param>
/// <param name="audit">Notes it.</param>
/// <param name="words">For what is wrong.</param>
public sealed class OwnPassword(
    AccountUsers users, IUserClaimsPrincipalFactory<Account> principals, SignInAttempts attempts, IAuditLog audit, IWords words)
{
    /// <summary>Changes it, signs the account out everywhere else, and keeps this browser signed in.</summary>
    /// <param name="context">The request, of somebody signed in by cookie.</param>
    /// <param name="current">The present password.</param>
    /// <param name="next">The new one.</param>
    /// <returns>What is wrong, as field (<c>Current</c>, <c>Next</c>) and message; nothing when it is done.</returns>
    public async Task<IReadOnlyList<(string Field, string Message)>> ChangeAsync(HttpContext context, string? current, string? next)
    {
        var account = context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? await users.FindByIdAsync(id) : null;
        if (account is null) return [("Current", words["accounts.problem.noAccount"])];
        if (string.IsNullOrEmpty(current)) return [("Current", words["accounts.error.passwordMissing"])];
        using var turn = await attempts.TakeAsync(account.NormalizedUserName!, context.Connection.RemoteIpAddress, context.RequestAborted);
        if (turn is null) return [("Current", words["accounts.signIn.tooMany"])];
        if (!await users.CheckPasswordAsync(account, current))
        {
            turn.Failed();
            return [("Current", words["accounts.error.passwordWrong"])];
        }

        if (string.IsNullOrEmpty(next)) return [("Next", words["accounts.error.passwordMissing"])];
        var set = await users.SetPasswordAsync(account, next);
        if (!set.Succeeded) return [.. set.Errors.Select(error => ("Next", error.Description))];
        await audit.Note(context.User, "account.password", account.UserName!);
        await context.SignInAsync(Schemes.Account, await principals.CreateAsync(account));
        return [];
    }
}
