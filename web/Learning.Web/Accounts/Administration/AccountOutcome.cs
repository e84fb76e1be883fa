namespace Learning.Web.Accounts.Administration;

/// <summary>What came of a change: the account as it is now, or what was wrong. Neither: there is no such account.</summary>
/// <param name="Account">Changed, or as asked already.</param>
/// <param name="Errors">Messages by field (<c>userName</c>, <c>displayName</c>, <c>roles</c>, <c>disabled</c>, <c>password</c>), in the visitor's language.</param>
/// <param name="Conflict">The errors come from what is there already, not from what was typed.</param>
public sealed record AccountOutcome(AccountView? Account, IReadOnlyDictionary<string, string[]> Errors, bool Conflict = false)
{
    /// <summary>No such account.</summary>
    public static AccountOutcome NotFound { get; } = new(null, new Dictionary<string, string[]>());

    /// <summary>Done.</summary>
    /// <param name="account">As it is now.</param>
    public static AccountOutcome Done(AccountView account) => new(account, NotFound.Errors);

    /// <summary>One field is wrong.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="conflict">See <see cref="Conflict"/>.</param>
    public static AccountOutcome Wrong(string field, string message, bool conflict = false) =>
        new(null, new Dictionary<string, string[]> { [field] = [message] }, conflict);
}
