using System.Net;
using System.Security.Claims;
using Learning.Silo.Storage;
using Learning.Web.Audit;
using Microsoft.AspNetCore.Identity;

namespace Learning.Web.Accounts.SignIn;

/// <summary>
/// Judges a user name and a password. After <see cref="MostWrong"/> wrong ones in a row the account is locked for <see cref="LockTime"/>, and a right
/// password is refused like a wrong one: an answer that differed would let guessing go on.
/// </summary>
/// <param name="users">The accounts.</param>
/// <param name="principals">Makes claims of an account.</param>
/// <param name="hasher">Hashes passwords.</param>
/// <param name="attempts">Slows guessing.</param>
/// <param name="database">For counting wrong ones.</param>
/// <param name="audit">Notes what came of it.</param>
/// <param name="clock">The present.</param>
public sealed class PasswordSignIn(
    AccountUsers users,
    IUserClaimsPrincipalFactory<Account> principals,
    IPasswordHasher<Account> hasher,
    SignInAttempts attempts,
    IDatabase database,
    IAuditLog audit,
    TimeProvider clock)
{
    /// <summary>How many wrong ones in a row lock an account.</summary>
    public const int MostWrong = 5;

    /// <summary>For how long.</summary>
    public static readonly TimeSpan LockTime = TimeSpan.FromMinutes(15);

    private static readonly ClaimsPrincipal Nobody = new();
    private static readonly Account Stranger = new() { DisplayName = "" };
    private static string? hashOfNobody;

    /// <summary>Judges.</summary>
    /// <param name="userName">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="from">The caller's address.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The verdict, and who it is if it is <see cref="PasswordVerdict.Right"/>.</returns>
    public async Task<(PasswordVerdict Verdict, ClaimsPrincipal? Principal)> CheckAsync(string userName, string password, IPAddress? from, CancellationToken cancel)
    {
        using var turn = await attempts.TakeAsync(users.NormalizeName(userName), from, cancel);
        if (turn is null) return (PasswordVerdict.TooMany, null);
        var account = await users.FindByNameAsync(userName);
        var right = Verify(account, password);
        var reason = account switch
        {
            null => "unknown",
            { Disabled: true } => "disabled",
            { LockoutEnd: { } end } when end > clock.GetUtcNow() => "locked",
            _ when right == PasswordVerificationResult.Failed => await CountWrongAsync(account) ? "wrong, now locked" : "wrong",
            _ => null,
        };
        if (reason is not null)
        {
            turn.Failed();
            // What was typed is not noted unless it is a user name: people type passwords into the wrong field.
            await audit.Note(Nobody, "account.signInRefused", account?.UserName ?? "unknown", reason);
            return (PasswordVerdict.Refused, null);
        }

        await ForgetWrongAsync(account!);
        if (right == PasswordVerificationResult.SuccessRehashNeeded) await RehashAsync(account!, password);
        var principal = await principals.CreateAsync(account!);
        await audit.Note(principal, "account.signIn", account!.UserName!);
        return (PasswordVerdict.Right, principal);
    }

    // An unknown name takes as long as a known one.
    private PasswordVerificationResult Verify(Account? account, string password) =>
        hasher.VerifyHashedPassword(account ?? Stranger, account?.PasswordHash ?? (hashOfNobody ??= hasher.HashPassword(Stranger, Guid.NewGuid().ToString())), password);

    // In SQL, because several processes may count at once and Identity's own way drops whoever comes second.
    private Task<bool> CountWrongAsync(Account account) => database.WriteAsync(async (connection, cancel) => (await connection.RowsAsync(
        """
        UPDATE users SET
          lockout_end = CASE WHEN access_failed_count + 1 >= @most THEN @until ELSE lockout_end END,
          access_failed_count = CASE WHEN access_failed_count + 1 >= @most THEN 0 ELSE access_failed_count + 1 END
        WHERE id = @id
        RETURNING access_failed_count
        """,
        [("id", account.Id), ("most", MostWrong), ("until", (clock.GetUtcNow() + LockTime).ToUnixTimeMilliseconds())], row => row.GetInt32(0), cancel)) is [0]);

    private async Task ForgetWrongAsync(Account account)
    {
        if (account is { AccessFailedCount: 0, LockoutEnd: null }) return;
        await database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
            "UPDATE users SET lockout_end = NULL, access_failed_count = 0 WHERE id = @id", [("id", account.Id)], cancel));
    }

    private Task RehashAsync(Account account, string password)
    {
        var hash = hasher.HashPassword(account, password);
        return database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
            "UPDATE users SET password_hash = @hash WHERE id = @id AND password_hash = @old",
            [("id", account.Id), ("hash", hash), ("old", account.PasswordHash)], cancel));
    }
}
