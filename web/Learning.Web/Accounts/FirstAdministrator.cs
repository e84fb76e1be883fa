using Learning.Silo.Secrets;
using Learning.Silo.Storage;
using Learning.Web.Accounts.Administration;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Accounts;

/// <summary>Makes the first administrator of an installation from two settings, when nobody could administer it.</summary>
/// <param name="users">The accounts.</param>
/// <param name="database">For counting administrators.</param>
/// <param name="configuration">Environment variables and appsettings.</param>
/// <param name="clock">The present.</param>
/// <param name="log">Where it says so.</param>
public sealed class FirstAdministrator(AccountUsers users, IDatabase database, IConfiguration configuration, TimeProvider clock, ILogger<FirstAdministrator> log)
{
    /// <summary>Name of the setting that holds the user name.</summary>
    public const string UserSetting = "LEARNING_ADMIN_USER";

    /// <summary>Name of the setting that holds the password.</summary>
    public const string PasswordSetting = "LEARNING_ADMIN_PASSWORD";

    /// <summary>Makes the account, unless some administrator can sign in.</summary>
    /// <exception cref="StartRefusedException">The settings break a rule for user names or passwords, or name an account that is there.</exception>
    public async Task EnsureAsync()
    {
        if (await AdministratorsAsync() > 0) return;
        if (configuration[UserSetting] is not { Length: > 0 } userName || configuration[PasswordSetting] is not { Length: > 0 } password)
        {
            log.NoAdministrator(UserSetting, PasswordSetting);
            return;
        }

        var account = new Account { UserName = userName.Trim().Normalize(), DisplayName = userName.Trim(), Roles = [Roles.Administrator], CreatedAt = clock.GetUtcNow() };
        try
        {
            var created = await users.CreateAsync(account, password);
            // Another process that started at the same time may have made it between the look and this.
            if (!created.Succeeded && await AdministratorsAsync() > 0) return;
            if (!created.Succeeded)
                throw new StartRefusedException(
                    $"{UserSetting} and {PasswordSetting} can't be used ({string.Join(", ", created.Errors.Select(error => error.Code))}). "
                    + "A user name has 2 to 64 letters (Latin or Mongolian), digits and ._- and is not taken; "
                    + $"a password has {PasswordRule.Least} characters or more, {PasswordRule.LeastDifferent} different ones, and not the user name in it.");
        }
        catch (DbUpdateException)
        {
            // Another process that started at the same time made it; if not, this was something else.
            if (await AdministratorsAsync() == 0) throw;
            return;
        }

        log.FirstAdministrator(account.UserName);
    }

    private Task<long> AdministratorsAsync() => database.ReadAsync((connection, cancel) => Administrators.CountAsync(connection, exceptId: "", cancel));
}
