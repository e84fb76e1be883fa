using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Learning.Contracts.Reach;

namespace Learning.Web.Reach;

/// <summary>One open dashboard: hears from its region's grain and tells the browser, at most four times a second.</summary>
public sealed class ReachWatcher(IGrainFactory grains, TimeProvider clock) : IReachObserver
{
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    // However many changes come while the browser is being told, one more telling covers them all.
    private readonly Channel<string> changes = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <inheritdoc/>
    public Task Changed(string region)
    {
        changes.Writer.TryWrite(region);
        return Task.CompletedTask;
    }

    /// <summary>An event whenever figures of the region may have changed, until the browser goes away.</summary>
    /// <param name="region">P-code.</param>
    /// <param name="cancel">The browser went away.</param>
    public async IAsyncEnumerable<SseItem<string>> Events(string region, [EnumeratorCancellation] CancellationToken cancel)
    {
        var grain = grains.GetGrain<IRegionReachGrain>(region);
        var self = grains.CreateObjectReference<IReachObserver>(this);
        try
        {
            await grain.Watch(self);
            yield return new SseItem<string>(region, "watching");
            while (!cancel.IsCancellationRequested)
            {
                if (await Heard(cancel)) yield return new SseItem<string>(region);
                else if (!cancel.IsCancellationRequested) await grain.Watch(self);
                await Task.Delay(Pause, clock, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await grain.Unwatch(self);
            grains.DeleteObjectReference<IReachObserver>(self);
        }
    }

    private async Task<bool> Heard(CancellationToken cancel)
    {
        using var renewal = new CancellationTokenSource(Renewal, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(renewal.Token, cancel);
        try
        {
            await changes.Reader.ReadAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
