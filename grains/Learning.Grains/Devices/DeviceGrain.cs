using System.Collections.Immutable;
using Learning.Contracts.Devices;
using Learning.Domain.Checkin;
using Learning.Domain.Devices;
using Learning.Grains.Active;
using Orleans.Concurrency;

namespace Learning.Grains.Devices;

/// <inheritdoc cref="IDeviceGrain"/>
/// <remarks>Reentrant, so that uploads which arrive together are noted by one write, as in a session.</remarks>
[Reentrant]
public sealed class DeviceGrain([PersistentState("device")] IPersistentState<StoredDevice> state, ActiveFacts<Device> active, TimeProvider clock) : Grain, IDeviceGrain
{
    /// <summary>How long a contact that says nothing new may stay unwritten.</summary>
    private static readonly TimeSpan Unsaid = TimeSpan.FromMinutes(1);

    private Device? written;

    private Device? Device => state.State.Device;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        written = Device;
        active.Say(this, Device);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        active.TakeBack(this);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Device?> Get() => Task.FromResult(Device);

    /// <inheritdoc/>
    public async Task<Device> Enrol(string name, string owner, string grantHash, DateTimeOffset expiresAt)
    {
        var next = Device is { } known
            ? known with { Name = name, GrantHash = grantHash, ExpiresAt = expiresAt, RevokedAt = null }
            : new Device { Id = this.GetPrimaryKeyString(), Name = name, Owner = owner, GrantHash = grantHash, ExpiresAt = expiresAt };
        await Write(next);
        return next;
    }

    /// <inheritdoc/>
    public Task Revoke() => Device is { RevokedAt: null } device ? Write(device with { RevokedAt = clock.GetUtcNow() }) : Task.CompletedTask;

    /// <inheritdoc/>
    public Task Contact(DeviceContact contact)
    {
        if (Device is not { } device) return Task.CompletedTask;
        var kept = device.Quarantine.Select(q => q.Id).ToHashSet(StringComparer.Ordinal);
        var next = device with
        {
            LastContact = contact.At,
            ClockOffset = contact.ClockOffset ?? device.ClockOffset,
            Quarantine = [.. device.Quarantine, .. contact.Quarantine.Where(q => kept.Add(q.Id))],
        };
        // Of an item that another call is writing just now, too, is said only that it is kept once it is.
        if (written is not { } known || known.IsNews(contact with { Quarantine = [.. contact.Quarantine.Where(q => known.Quarantine.All(k => k.Id != q.Id))] }, Unsaid)) return Write(next);
        // A phone at work is heard of every five seconds, and a write a time would cost as much as the check-in itself.
        state.State = new StoredDevice { Device = next };
        active.Say(this, known with { LastContact = next.LastContact, ClockOffset = next.ClockOffset });
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task Decide(ImmutableArray<string> itemIds, QuarantineDecision decision)
    {
        if (Device is not { } device || !device.ToReview().Any(q => itemIds.Contains(q.Id))) return Task.CompletedTask;
        return Write(device with { Quarantine = [.. device.Quarantine.Select(q => q.Decision is null && itemIds.Contains(q.Id) ? q with { Decision = decision } : q)] });
    }

    private async Task Write(Device next)
    {
        state.State = new StoredDevice { Device = next };
        try
        {
            await state.WriteStateAsync();
            written = next;
            active.Say(this, next);
        }
        catch
        {
            // What is in memory may not be on disk: let the next activation read what is. Callers hear the failure and retry.
            DeactivateOnIdle();
            throw;
        }
    }
}
