namespace Learning.Web.Accounts.Administration;

/// <summary>Accounts by user name.</summary>
/// <param name="Items">The accounts.</param>
/// <param name="Next">For <c>after</c> to go on; <see langword="null"/> at the end.</param>
public sealed record AccountPage(IReadOnlyList<AccountView> Items, string? Next);
