using Microsoft.Extensions.Logging;
using Learning.Contracts.Projections;
using Learning.Silo.Changes;
using Microsoft.Extensions.Hosting;

namespace Learning.Silo.Projections;

/// <summary>
/// Wakes each slot's projector at once after a write of this process, and every other second for writes of others. While changes
/// keep coming it rests after a run for much longer than it ran: those who write have the processor, and grains written again and
/// again are projected once for many writes (docs/decisions/0020).
/// </summary>
internal sealed partial class ProjectorsAwake(IGrainFactory grains, IChangeSet changes, ChangeHint hint, TimeProvider clock, ILogger<ProjectorsAwake> logger) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>How old what lists and figures show may become: what comes just after a run began waits for it, the rest and the next run.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(3);

    /// <summary>After a run in calm, while it ran more came: a few changes made together are listed soon.</summary>
    private const int FirstRests = 2;

    /// <summary>From the second rest of a stream on all slots together work for at most about an eleventh of the time.</summary>
    private const int StreamRests = 10;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var slots = await changes.Slots();
        await Task.WhenAll(Enumerable.Range(0, slots).Select(slot => Watch(slot, slots, stoppingToken)));
    }

    private async Task Watch(int slot, int slots, CancellationToken cancel)
    {
        var projector = grains.GetGrain<IProjectorGrain>(slot);
        var rests = FirstRests;
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                var started = clock.GetTimestamp();
                await projector.Drain();
                var run = clock.GetElapsedTime(started);
                // In calm, the next change is projected at once.
                var isStream = hint.IsThere(slot);
                var (rest, longest) = (run * rests * slots, Freshness - 2 * run);
                if (isStream && longest > TimeSpan.Zero) await Task.Delay(rest < longest ? rest : longest, clock, cancel);
                rests = isStream ? StreamRests : FirstRests;
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
