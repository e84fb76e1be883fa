using Learning.Grains.Secrets;
using Learning.Silo.Storage;
using Learning.Silo.Storage.Schema;
using Learning.Web.Accounts.Demo;
using Learning.Silo.Secrets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Learning.Web.Accounts;

/// <summary>
/// Before anything listens: the database belongs to this secret, demo accounts are there or can't sign in, and somebody can administer.
/// After: nobody else can connect to a demo.
/// </summary>
public sealed class AccountsAtStart(
    SchemaMigrator migrator,
    IDatabase database,
    LearningSecret secret,
    Demo.Demo demo,
    IServiceScopeFactory scopes,
    IServer server,
    ILogger<AccountsAtStart> log) : IHostedLifecycleService
{
    /// <inheritdoc/>
    /// <exception cref="StartRefusedException">The message says what to do.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await migrator.MigrateAsync();
        await SecretFingerprint.CheckAsync(database, secret);
        await demo.SettleAsync(database);
        await using var scope = scopes.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<DemoAccounts>();
        if (demo.HasAccounts) await accounts.CreateAsync();
        else if (demo.Mode == DemoMode.Retire) log.DemoRetired(await accounts.RetireAsync());
        else await RefuseDemoAccountsAsync(accounts);

        await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().EnsureAsync();
    }

    /// <inheritdoc/>
    /// <exception cref="StartRefusedException">It listens on other addresses than the settings said, in demo mode.</exception>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Code can bind addresses that no setting names.
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (demo.HasAccounts && !ListeningAddresses.AreLoopback(bound))
            throw new StartRefusedException($"Demo mode is on, and the server listens on {string.Join(", ", bound)}, where other machines can connect. Set {DemoRule.Setting}=off.");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task RefuseDemoAccountsAsync(DemoAccounts accounts)
    {
        if (await accounts.ActiveAsync() is not { Count: > 0 } active) return;
        throw new StartRefusedException(
            $"Demo mode is off, but the demo account{(active.Count == 1 ? "" : "s")} {string.Join(", ", active)} can sign in with a password that everybody knows. "
            + $"Start once with {DemoRule.Setting}=retire to disable them for good; {FirstAdministrator.UserSetting} and {FirstAdministrator.PasswordSetting} then make your own administrator. "
            + $"Or stay in demo mode: listen on {ListeningAddresses.Standard} and set {DemoRule.Setting}=full.");
    }
}
