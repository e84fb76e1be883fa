using Learning.Web.Accounts.Demo;
using Microsoft.AspNetCore.Identity;

namespace Learning.Web.Accounts;

/// <summary>
/// Length is what makes a password good (NIST SP 800-63B): 10 to 128 characters, 5 different ones, not the user name in it, and not the one
/// printed in the README. No rule asks for signs of some kind.
/// </summary>
/// <param name="errors">What is said to whoever breaks it.</param>
public sealed class PasswordRule(AccountErrorWords errors) : IPasswordValidator<Account>
{
    /// <summary>Least length.</summary>
    public const int Least = 10;

    /// <summary>Least number of different characters.</summary>
    public const int LeastDifferent = 5;

    /// <summary>Greatest length: hashing takes longer the longer it is.</summary>
    public const int Most = 128;

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        var broken = new List<IdentityError>();
        if (password is { Length: > Most }) broken.Add(errors.PasswordTooLong(Most));
        if (password is not null && user.UserName is { Length: > 2 } name && password.Contains(name, StringComparison.OrdinalIgnoreCase))
            broken.Add(errors.PasswordHasUserName());
        if (password == DemoAccounts.Password && !user.IsDemo) broken.Add(errors.PasswordIsPublic());
        return Task.FromResult(broken.Count == 0 ? IdentityResult.Success : IdentityResult.Failed([.. broken]));
    }
}
