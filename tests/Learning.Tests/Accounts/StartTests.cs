using Learning.Silo.Secrets;
using System.Net;
using System.Net.Http.Json;
using Learning.Silo.Storage;
using Learning.Web.Accounts;
using Learning.Web.Accounts.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Tests.Accounts;

public sealed class StartTests : IDisposable
{
    private readonly DataFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_first_start_on_the_embedded_default_has_the_demo_accounts()
    {
        await using var host = await AccountsHost.StartAsync(folder);

        Assert.Equal(["admin administrator", "manager manager", "trainer trainer"], await AccountsAsync(host));
    }

    [Fact]
    public async Task Starting_again_changes_nothing()
    {
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();

        await using var host = await AccountsHost.StartAsync(folder);

        Assert.Equal(["admin administrator", "manager manager", "trainer trainer"], await AccountsAsync(host));
    }

    [Fact]
    public async Task Outside_demo_mode_no_demo_account_is_made()
    {
        await using var host = await AccountsHost.StartAsync(folder, settings: ("LEARNING_DEMO", "off"));

        Assert.Empty(await AccountsAsync(host));
    }

    [Fact]
    public async Task Starting_outside_demo_mode_with_demo_accounts_is_refused_and_says_how_to_go_on()
    {
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => AccountsHost.StartAsync(folder, settings: ("LEARNING_DEMO", "off")));

        Assert.Contains("admin, manager, trainer", refused.Message, StringComparison.Ordinal);
        Assert.Contains("LEARNING_DEMO=retire", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retiring_disables_the_demo_accounts_and_makes_an_administrator_of_ones_own()
    {
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();

        var retiring = await AccountsHost.StartAsync(
            folder, settings: [("LEARNING_DEMO", "retire"), ("LEARNING_ADMIN_USER", "Өлзий"), ("LEARNING_ADMIN_PASSWORD", "цаг агаар сайхан")]);
        using var old = retiring.Browser();
        var refused = await old.PostAsJsonAsync("/api/auth/login", new { userName = "admin", password = "demo-Pass-1" });
        await retiring.DisposeAsync();
        await using var host = await AccountsHost.StartAsync(folder, settings: ("LEARNING_DEMO", "off"));
        using var own = await host.ProgramAsync("өлзий", "цаг агаар сайхан");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/api/accounts")).StatusCode);
    }

    [Fact]
    public async Task The_first_administrator_is_made_once()
    {
        await (await AccountsHost.StartAsync(
            folder, settings: [("LEARNING_DEMO", "off"), ("LEARNING_ADMIN_USER", "bat"), ("LEARNING_ADMIN_PASSWORD", "first password")])).DisposeAsync();

        await using var host = await AccountsHost.StartAsync(
            folder, settings: [("LEARNING_DEMO", "off"), ("LEARNING_ADMIN_USER", "dorj"), ("LEARNING_ADMIN_PASSWORD", "second password")]);

        Assert.Equal(["bat administrator"], await AccountsAsync(host));
    }

    [Theory]
    [InlineData("bat", "short")]
    [InlineData("bat", "demo-Pass-1")]
    [InlineData("b", "a good password")]
    public async Task An_administrator_that_breaks_a_rule_is_refused(string userName, string password)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => AccountsHost.StartAsync(
            folder, settings: [("LEARNING_DEMO", "off"), ("LEARNING_ADMIN_USER", userName), ("LEARNING_ADMIN_PASSWORD", password)]));

        Assert.Contains("LEARNING_ADMIN_USER", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(password, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_with_accounts_of_its_own_does_not_become_a_demo_by_default()
    {
        await (await AccountsHost.StartAsync(
            folder, settings: [("LEARNING_DEMO", "off"), ("LEARNING_ADMIN_USER", "bat"), ("LEARNING_ADMIN_PASSWORD", "first password")])).DisposeAsync();

        await using var host = await AccountsHost.StartAsync(folder);

        Assert.Equal(["bat administrator"], await AccountsAsync(host));
        Assert.False(host.Services.GetRequiredService<Demo>().HasSheets);
    }

    [Fact]
    public async Task A_demo_whose_accounts_were_retired_stays_retired_by_default()
    {
        await (await AccountsHost.StartAsync(folder)).DisposeAsync();
        await (await AccountsHost.StartAsync(
            folder, settings: [("LEARNING_DEMO", "retire"), ("LEARNING_ADMIN_USER", "bat"), ("LEARNING_ADMIN_PASSWORD", "first password")])).DisposeAsync();

        await using var host = await AccountsHost.StartAsync(folder);

        Assert.False(host.Services.GetRequiredService<Demo>().HasAccounts);
    }

    [Fact]
    public async Task A_demo_with_an_account_of_ones_own_stays_a_demo()
    {
        var first = await AccountsHost.StartAsync(folder);
        using var admin = await first.ProgramAsync("admin");
        await admin.PostAsJsonAsync("/api/accounts", new { userName = "bat", displayName = "Бат", roles = new[] { "trainer" }, password = "a good passphrase" });
        await first.DisposeAsync();

        await using var host = await AccountsHost.StartAsync(folder);

        Assert.True(host.Services.GetRequiredService<Demo>().HasSheets);
    }

    private static Task<List<string>> AccountsAsync(AccountsHost host) => host.Database.ReadAsync((connection, cancel) => connection.RowsAsync(
        "SELECT user_name || ' ' || roles FROM users ORDER BY user_name", [], row => row.GetString(0), cancel));
}
