using Learning.Silo.Storage;
using Learning.Web.Words;

namespace Learning.Web.Accounts.Demo;

/// <summary>The accounts that a visitor of the demo signs in with.</summary>
/// <param name="users">The accounts.</param>
/// <param name="database">For the questions that span accounts.</param>
/// <param name="clock">The present.</param>
public sealed class DemoAccounts(AccountUsers users, IDatabase database, TimeProvider clock)
{
    /// <summary>The password of each; it is in the README, so no other account may have it.</summary>
    public const string Password = "demo-Pass-1";

    /// <summary>User name and role of each.</summary>
    public static IReadOnlyList<(string UserName, string Role)> All { get; } =
        [("admin", Roles.Administrator), ("manager", Roles.Manager), ("trainer", Roles.Trainer)];

    /// <summary>Makes those that are missing. One that is there stays as it is: an administrator may have disabled it.</summary>
    public async Task CreateAsync()
    {
        foreach (var (userName, role) in All)
        {
            if (await users.FindByNameAsync(userName) is not null) continue;
            var account = new Account
            {
                UserName = userName,
                DisplayName = Wording.In(Language.Mongolian)[$"role.{role}"],
                Roles = [role],
                IsDemo = true,
                CreatedAt = clock.GetUtcNow(),
            };
            var created = await users.CreateAsync(account, Password);
            if (!created.Succeeded)
                throw new InvalidOperationException($"Demo account {userName}: {string.Join(", ", created.Errors.Select(error => error.Code))}");
        }
    }

    /// <summary>Disables all of them, signs them out, and answers how many could still sign in.</summary>
    public Task<int> RetireAsync() => database.WriteAsync((connection, cancel) => connection.ExecuteAsync(
        "UPDATE users SET disabled = @yes, security_stamp = @stamp, concurrency_stamp = @stamp WHERE is_demo AND NOT disabled",
        [("yes", true), ("stamp", Guid.NewGuid().ToString())], cancel));

    /// <summary>User names of those that could sign in.</summary>
    public Task<List<string>> ActiveAsync() => database.ReadAsync((connection, cancel) => connection.RowsAsync(
        "SELECT user_name FROM users WHERE is_demo AND NOT disabled ORDER BY normalized_user_name", [], row => row.GetString(0), cancel));
}
