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
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        projector.TakeOver((int)this.GetPrimaryKeyLong());
        return Task.CompletedTask;
    }

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
                // Where people check in there is always one more change; whoever waits for this run wants what was written before.
                while (await projector.ProjectSome(slot, CancellationToken.None) == Projector.AtOnce)
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
