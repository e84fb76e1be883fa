using Learning.Web.Words;
using Microsoft.AspNetCore.Identity;

namespace Learning.Web.Accounts;

/// <summary>What is wrong with a user name or a password, in the visitor's language.</summary>
/// <param name="words">The words.</param>
public sealed class AccountErrorWords(IWords words) : IdentityErrorDescriber
{
    /// <inheritdoc/>
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), words["accounts.error.userName"]);

    /// <inheritdoc/>
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), words["accounts.error.userNameTaken", userName]);

    /// <inheritdoc/>
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), words["accounts.error.passwordShort", length]);

    /// <inheritdoc/>
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Error(nameof(PasswordRequiresUniqueChars), words["accounts.error.passwordUniform", uniqueChars]);

    /// <inheritdoc/>
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), words["accounts.error.changedMeanwhile"]);

    /// <summary>Longer than is hashed.</summary>
    /// <param name="length">The greatest length, in characters.</param>
    public IdentityError PasswordTooLong(int length) => Error(nameof(PasswordTooLong), words["accounts.error.passwordLong", length]);

    /// <summary>It contains the user name.</summary>
    public IdentityError PasswordHasUserName() => Error(nameof(PasswordHasUserName), words["accounts.error.passwordHasUserName"]);

    /// <summary>It is the password of the demo accounts.</summary>
    public IdentityError PasswordIsPublic() => Error(nameof(PasswordIsPublic), words["accounts.error.passwordPublic"]);

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
