using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Learning.Web.Accounts;

/// <summary>The accounts as ASP.NET Core Identity works with them, and what it lacks: to set a password without a mailed token.</summary>
public sealed class AccountUsers(
    IUserStore<Account> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<Account> hasher,
    IEnumerable<IUserValidator<Account>> userValidators,
    IEnumerable<IPasswordValidator<Account>> passwordValidators,
    ILookupNormalizer normalizer,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<Account>> logger)
    : UserManager<Account>(store, options, hasher, userValidators, passwordValidators, normalizer, errors, services, logger)
{
    /// <summary>Sets a password, ends a lock, and signs the account out wherever it is signed in.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="password">The new one; refused if it breaks a rule.</param>
    public async Task<IdentityResult> SetPasswordAsync(Account account, string password)
    {
        var set = await UpdatePasswordHash(account, password, validatePassword: true);
        if (!set.Succeeded) return set;
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return await UpdateAsync(account);
    }
}
