using Learning.Contracts.Devices;
using Learning.Domain.Devices;
using Learning.Grains.State;

namespace Learning.Grains.Devices;

/// <inheritdoc cref="IDeviceGrain"/>
public sealed class DeviceGrain([PersistentState("device")] IPersistentState<StoredDevice> state, TimeProvider clock) : Grain, IDeviceGrain
{
    private Device? Device => state.State.Device;

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
        var kept = device.Quarantine.Select(q => (q.Item.ScanId, q.Digest)).ToHashSet();
        return Write(device with
        {
            LastContact = contact.At,
            ClockOffset = contact.ClockOffset,
            Received = SeqRange.Add(device.Received, contact.Numbers),
            Quarantine = [.. device.Quarantine, .. contact.Quarantine.Where(q => kept.Add((q.Item.ScanId, q.Digest)))],
        });
    }

    private Task Write(Device next) => state.Write(new StoredDevice { Device = next });
}
