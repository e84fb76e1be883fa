using System.Security.Claims;
using Learning.Silo.Storage;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Accounts.Administration;

/// <summary>Accounts, as administrators make and change them. Every change is in the audit log. Nothing is deleted.</summary>
/// <param name="users">The accounts.</param>
/// <param name="accounts">The same, for lists.</param>
/// <param name="trainees">Which trainee an account may be.</param>
/// <param name="database">For changes that span accounts.</param>
/// <param name="changes">Hears of every change.</param>
/// <param name="audit">Notes who did it.</param>
/// <param name="words">For what is wrong.</param>
/// <param name="clock">The present.</param>
public sealed class AccountAdministration(AccountUsers users, AccountsDb accounts, AccountTrainees trainees, IDatabase database, AccountChanges changes, IAuditLog audit, IWords words, TimeProvider clock)
{
    private const int LongestName = 100;

    /// <summary>Accounts by user name.</summary>
    /// <param name="role">Only those with it, or <see langword="null"/>.</param>
    /// <param name="after">User name to go on after, or <see langword="null"/>.</param>
    /// <param name="limit">1 to 200.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AccountPage> ListAsync(string? role, string? after, int limit, CancellationToken cancel)
    {
        var most = Math.Clamp(limit, 1, 200);
        var from = users.NormalizeName(after ?? "") ?? "";
        // Roles are one column, and there are hundreds of accounts, not thousands: the role is sought here.
        var rows = await accounts.Users.AsNoTracking()
            .Where(account => string.Compare(account.NormalizedUserName, from) > 0)
            .OrderBy(account => account.NormalizedUserName)
            .ToListAsync(cancel);
        var found = rows.Where(account => string.IsNullOrEmpty(role) || account.Roles.Contains(role)).Take(most + 1).ToList();
        var now = clock.GetUtcNow();
        return new AccountPage(
            [.. found.Take(most).Select(account => AccountView.Of(account, now))], found.Count > most ? found[most - 1].UserName : null);
    }

    /// <summary>One account, or <see langword="null"/>.</summary>
    /// <param name="userName">Case doesn't matter.</param>
    public async Task<AccountView?> GetAsync(string userName) =>
        await users.FindByNameAsync(userName) is { } account ? AccountView.Of(account, clock.GetUtcNow()) : null;

    /// <summary>Makes an account.</summary>
    /// <param name="who">An administrator.</param>
    /// <param name="asked">What is to be made.</param>
    /// <param name="repeatable">The caller may be repeating itself: an account that is there and is exactly what was asked for is the answer, not a conflict.</param>
    public async Task<AccountOutcome> CreateAsync(ClaimsPrincipal who, NewAccount asked, bool repeatable)
    {
        var errors = Check(asked.DisplayName, asked.Roles);
        if (string.IsNullOrWhiteSpace(asked.UserName)) errors["userName"] = [words["accounts.error.userNameMissing"]];
        if (string.IsNullOrEmpty(asked.Password)) errors["password"] = [words["accounts.error.passwordMissing"]];
        if (errors.Count > 0) return new AccountOutcome(null, errors);

        var userName = asked.UserName!.Trim().Normalize();
        var account = new Account { UserName = userName, DisplayName = asked.DisplayName!.Trim(), Roles = InOrder(asked.Roles!), CreatedAt = clock.GetUtcNow() };
        if (await users.FindByNameAsync(userName) is { } there)
            return repeatable && await IsSameAsync(there, account, asked.Password!) ? Done(there) : Taken(userName);
        try
        {
            var created = await users.CreateAsync(account, asked.Password!);
            if (!created.Succeeded) return Wrong(created);
        }
        catch (DbUpdateException) when (IsThere(userName))
        {
            // Somebody else was faster between the question and the answer.
            return Taken(userName);
        }

        changes.Happened();
        await audit.Note(who, "account.create", userName, string.Join(',', account.Roles));
        return Done(account);
    }

    /// <summary>Changes an account. Whose roles change, or who is disabled, is signed out everywhere.</summary>
    /// <param name="who">An administrator.</param>
    /// <param name="userName">Whose account.</param>
    /// <param name="asked">What it is to be.</param>
    public async Task<AccountOutcome> ChangeAsync(ClaimsPrincipal who, string userName, AccountEdit asked)
    {
        if (await users.FindByNameAsync(userName) is not { } account) return AccountOutcome.NotFound;
        var errors = Check(asked.DisplayName, asked.Roles);
        var (trainee, known) = await trainees.Find(asked.Trainee);
        if (!known) errors["trainee"] = [words["accounts.error.trainee", asked.Trainee!.Trim()]];
        if (errors.Count > 0) return new AccountOutcome(null, errors);

        var (displayName, roles) = (asked.DisplayName!.Trim(), InOrder(asked.Roles!));
        var administers = !asked.Disabled && roles.Contains(Roles.Administrator);
        var rights = asked.Disabled != account.Disabled || !roles.SequenceEqual(account.Roles);
        var stamp = Guid.NewGuid().ToString();
        var changed = await database.WriteAsync(async (connection, cancel) =>
        {
            // Two administrators who demote each other at once must not both succeed. On SQLite writes take turns anyway.
            if (database.Kind == DatabaseKind.Postgres) await connection.ExecuteAsync("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE", [], cancel);
            if (!administers && await Administrators.CountAsync(connection, account.Id, cancel) == 0) return false;
            await connection.ExecuteAsync(
                """
                UPDATE users SET display_name = @name, roles = @roles, disabled = @disabled, trainee_id = @trainee, concurrency_stamp = @stamp,
                  security_stamp = CASE WHEN @rights THEN @stamp ELSE security_stamp END
                WHERE id = @id
                """,
                [("id", account.Id), ("name", displayName), ("roles", string.Join(',', roles)), ("disabled", asked.Disabled), ("trainee", trainee), ("stamp", stamp), ("rights", rights)], cancel);
            await AuditLog.AppendAsync(
                connection, clock.GetUtcNow(), Caller.Of(who).Actor, "account.change", account.UserName!,
                $"{string.Join(',', roles)}{(asked.Disabled ? " disabled" : "")}{(trainee is null ? "" : $" trainee {trainee}")}", cancel);
            return true;
        });
        if (!changed) return AccountOutcome.Wrong(asked.Disabled ? "disabled" : "roles", words["accounts.error.lastAdministrator"], conflict: true);
        changes.Happened();
        await accounts.Entry(account).ReloadAsync();
        return Done(account);
    }

    /// <summary>Sets somebody's password, ends a lock, and signs the account out everywhere.</summary>
    /// <param name="who">An administrator.</param>
    /// <param name="userName">Whose.</param>
    /// <param name="password">The new one.</param>
    public async Task<AccountOutcome> SetPasswordAsync(ClaimsPrincipal who, string userName, string? password)
    {
        if (await users.FindByNameAsync(userName) is not { } account) return AccountOutcome.NotFound;
        if (string.IsNullOrEmpty(password)) return AccountOutcome.Wrong("password", words["accounts.error.passwordMissing"]);
        var set = await users.SetPasswordAsync(account, password);
        if (!set.Succeeded) return Wrong(set);
        await audit.Note(who, "account.password", account.UserName!);
        return Done(account);
    }

    private static string[] InOrder(IReadOnlyList<string> roles) => [.. Roles.OfAccounts.Where(roles.Contains)];

    private Dictionary<string, string[]> Check(string? displayName, IReadOnlyList<string>? roles)
    {
        var errors = new Dictionary<string, string[]>();
        if (string.IsNullOrWhiteSpace(displayName)) errors["displayName"] = [words["accounts.error.displayNameMissing"]];
        else if (displayName.Trim().Length > LongestName || displayName.Any(char.IsControl)) errors["displayName"] = [words["accounts.error.displayName", LongestName]];
        if (roles is not { Count: > 0 }) errors["roles"] = [words["accounts.error.rolesMissing"]];
        else if (roles.FirstOrDefault(role => !Roles.OfAccounts.Contains(role)) is { } unknown) errors["roles"] = [words["accounts.error.role", unknown]];
        return errors;
    }

    private async Task<bool> IsSameAsync(Account there, Account asked, string password) =>
        there.DisplayName == asked.DisplayName && there.Roles.SequenceEqual(asked.Roles) && await users.CheckPasswordAsync(there, password);

    private bool IsThere(string userName)
    {
        var normal = users.NormalizeName(userName);
        return accounts.Users.AsNoTracking().Any(account => account.NormalizedUserName == normal);
    }

    private AccountOutcome Done(Account account) => AccountOutcome.Done(AccountView.Of(account, clock.GetUtcNow()));

    private AccountOutcome Taken(string userName) => AccountOutcome.Wrong("userName", words["accounts.error.userNameTaken", userName], conflict: true);

    private static AccountOutcome Wrong(IdentityResult result) => new(null, result.Errors
        .GroupBy(error => error.Code.Contains("UserName", StringComparison.Ordinal) && !error.Code.StartsWith("Password", StringComparison.Ordinal) ? "userName" : "password")
        .ToDictionary(field => field.Key, field => field.Select(error => error.Description).ToArray()));
}
