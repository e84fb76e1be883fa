using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;

namespace Learning.Web.Accounts;

/// <summary>
/// User names are 2 to 64 letters, digits and <c>._-</c>, and begin with a letter or digit. Letters are Latin or Mongolian, never both in one name:
/// Cyrillic «а» beside Latin «a» would let one account pass for another.
/// </summary>
/// <param name="errors">What is said to whoever breaks it.</param>
public sealed partial class UserNameRule(IdentityErrorDescriber errors) : IUserValidator<Account>
{
    /// <summary>Whether it may be a user name.</summary>
    /// <param name="userName">As typed, in Unicode's composed form.</param>
    public static bool Allows(string? userName) =>
        userName is not null && Form.IsMatch(userName)
        // The audit log's word for those who are not signed in.
        && !userName.Equals(Caller.Anyone, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user) =>
        Task.FromResult(Allows(user.UserName) ? IdentityResult.Success : IdentityResult.Failed(errors.InvalidUserName(user.UserName)));

    [GeneratedRegex(@"\A(?:[A-Za-z0-9][A-Za-z0-9._-]{1,63}|[А-Яа-яЁёӨөҮү0-9][А-Яа-яЁёӨөҮү0-9._-]{1,63})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }
}
