using Microsoft.Extensions.Logging;
using Learning.Contracts.Projections;
using Learning.Silo.Changes;
using Microsoft.Extensions.Hosting;

namespace Learning.Silo.Projections;

/// <summary>
/// Wakes each slot's projector at once after a write of this process, and every other second for writes of others. While changes
/// keep coming it rests after a run (<see cref="ProjectorPace"/>).
/// </summary>
internal sealed partial class ProjectorsAwake(IGrainFactory grains, IChangeSet changes, ChangeHint hint, TimeProvider clock, ILogger<ProjectorsAwake> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var slots = await changes.Slots();
        await Task.WhenAll(Enumerable.Range(0, slots).Select(slot => Watch(slot, slots, stoppingToken)));
    }

    private async Task Watch(int slot, int slots, CancellationToken cancel)
    {
        var projector = grains.GetGrain<IProjectorGrain>(slot);
        var pace = ProjectorPace.Calm;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var started = clock.GetTimestamp();
                await projector.Drain();
                (var rest, pace) = pace.After(clock.GetElapsedTime(started), slots, hint.Count(slot));
                await Task.Delay(rest, clock, cancel);
                await hint.WaitAsync(slot, Poll, cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // The projector has said what is wrong; the next look tries again.
                LogRetry(slot, e.GetType().Name);
                await Task.Delay(Poll, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "Slot {Slot} will be tried again after {Error}.")]
    private partial void LogRetry(int slot, string error);
}
