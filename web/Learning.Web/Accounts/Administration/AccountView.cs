namespace Learning.Web.Accounts.Administration;

/// <summary>An account as administrators see it.</summary>
/// <param name="UserName">Unique, whatever the case of its letters.</param>
/// <param name="DisplayName">How screens name the person.</param>
/// <param name="Roles">See <see cref="Accounts.Roles.OfAccounts"/>.</param>
/// <param name="Disabled">May not sign in.</param>
/// <param name="IsDemo">Made by demo mode.</param>
/// <param name="LockedUntil">UTC; after too many wrong passwords.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="TraineeId">The trainee who this is, or <see langword="null"/>.</param>
public sealed record AccountView(
    string UserName, string DisplayName, IReadOnlyList<string> Roles, bool Disabled, bool IsDemo, DateTimeOffset? LockedUntil, DateTimeOffset CreatedAt,
    string? TraineeId)
{
    /// <summary>Of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="now">To know whether a lock is over.</param>
    public static AccountView Of(Account account, DateTimeOffset now) => new(
        account.UserName!, account.DisplayName, account.Roles, account.Disabled, account.IsDemo, account.LockoutEnd > now ? account.LockoutEnd : null, account.CreatedAt, account.TraineeId);
}
