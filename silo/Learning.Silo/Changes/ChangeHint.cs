using System.Collections.Concurrent;
using System.Threading.Channels;
using Learning.Silo.Storage;

namespace Learning.Silo.Changes;

/// <summary>
/// Wakes a projector as soon as this process wrote a state. Only a hint: it may come twice, and not at all for a write of another process, so a
/// projector also looks by itself from time to time.
/// </summary>
/// <param name="clock">For <see cref="WaitAsync"/>.</param>
public sealed class ChangeHint(TimeProvider clock)
{
    /// <summary>How far hints of a slot are counted: nobody needs to know of more.</summary>
    public const int Most = 16;

    private readonly ConcurrentDictionary<int, Channel<bool>> slots = new();
    private volatile int slotCount = 1;

    /// <summary>A state in that slot was written, durably. Handlers must be quick and not throw; a grain waits for them.</summary>
    public event Action<int>? Written;

    /// <summary>Waits until something in the slot was written since the last wait, or the time is over.</summary>
    /// <param name="slot">From 0.</param>
    /// <param name="atMost">When to look without a hint.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Whether there was a hint.</returns>
    public async Task<bool> WaitAsync(int slot, TimeSpan atMost, CancellationToken cancel)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
        try
        {
            var hints = Of(slot).Reader;
            await hints.ReadAsync(either.Token);
            while (hints.TryRead(out _))
            {
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>How often something in the slot was written since the last wait, at most <see cref="Most"/>.</summary>
    /// <param name="slot">From 0.</param>
    public int Count(int slot) => Of(slot).Reader.Count;

    /// <summary>How many slots there are, once somebody has read it from the database.</summary>
    /// <param name="count">At least 1.</param>
    internal void SlotsAre(int count) => slotCount = count;

    /// <summary>Says that a grain's state was written.</summary>
    /// <param name="key">The grain's key.</param>
    internal void Changed(string key)
    {
        var slot = slotCount == 1 ? 0 : StoredKey.Slot(key, slotCount);
        Signal(slot);
    }

    /// <summary>Says that a slot has work.</summary>
    /// <param name="slot">From 0.</param>
    internal void Signal(int slot)
    {
        Of(slot).Writer.TryWrite(true);
        Written?.Invoke(slot);
    }

    private Channel<bool> Of(int slot) => slots.GetOrAdd(slot, static _ => Channel.CreateBounded<bool>(new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite }));
}
