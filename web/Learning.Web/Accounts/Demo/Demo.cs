using Learning.Silo.Storage;

namespace Learning.Web.Accounts.Demo;

/// <summary>The demo mode of this process, for whoever loads content or writes the first page. Settled once the host has started.</summary>
/// <param name="decided">As <see cref="DemoRule"/> decided from the settings.</param>
/// <param name="asked">Whether the setting was made, rather than the default taken.</param>
public sealed class Demo(DemoMode decided, bool asked)
{
    /// <summary>The mode.</summary>
    public DemoMode Mode { get; private set; } = decided;

    /// <summary>Whether the demo accounts can sign in.</summary>
    public bool HasAccounts => Mode is DemoMode.Accounts or DemoMode.Full;

    /// <summary>Whether the kept sign-in sheets are loaded.</summary>
    public bool HasSheets => Mode is DemoMode.Full;

    /// <summary>
    /// A federation's own database doesn't become a demo because it is started once on loopback without settings, as every verb of ./run does:
    /// the default is for a database without accounts, or one where demo accounts are in use.
    /// </summary>
    /// <param name="database">Its schema applied.</param>
    internal async Task SettleAsync(IDatabase database)
    {
        if (asked || !HasAccounts) return;
        var (accounts, demo) = (await database.ReadAsync((connection, cancel) => connection.RowsAsync(
            "SELECT count(*), count(CASE WHEN is_demo AND NOT disabled THEN 1 END) FROM users", [], row => (row.GetInt64(0), row.GetInt64(1)), cancel)))[0];
        if (accounts > 0 && demo == 0) Mode = DemoMode.Off;
    }
}
