using Microsoft.Extensions.Logging;
using Learning.Contracts.Projections;
using Orleans.Concurrency;

namespace Learning.Silo.Projections;

/// <inheritdoc cref="IProjectorGrain"/>
[Reentrant]
internal sealed partial class ProjectorGrain(Projector projector, ILogger<ProjectorGrain> logger) : Grain, IProjectorGrain
{
    private Task running = Task.CompletedTask;
    private bool again;

    /// <inheritdoc/>
    public Task Drain()
    {
        again = true;
        if (running.IsCompleted) running = Run();
        return running;
    }

    private async Task Run()
    {
        var slot = (int)this.GetPrimaryKeyLong();
        while (again)
        {
            again = false;
            try
            {
                while (await projector.ProjectSome(slot, CancellationToken.None) > 0)
                {
                }
            }
            catch (Exception e)
            {
                LogFailed(slot, e);
                throw;
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "Projecting slot {Slot} failed; the changes stay in the set and are tried again.")]
    private partial void LogFailed(int slot, Exception exception);
}
