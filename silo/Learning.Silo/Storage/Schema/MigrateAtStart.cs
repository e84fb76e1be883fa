using Microsoft.Extensions.Hosting;

namespace Learning.Silo.Storage.Schema;

/// <summary>Migrates before any hosted service starts, and so before the silo reads its queries and its membership.</summary>
/// <param name="migrator">Does it.</param>
internal sealed class MigrateAtStart(SchemaMigrator migrator) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => migrator.MigrateAsync();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
