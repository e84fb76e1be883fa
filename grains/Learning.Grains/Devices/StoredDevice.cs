using Learning.Domain.Devices;

namespace Learning.Grains.Devices;

/// <summary>State <c>device</c>.</summary>
public sealed record StoredDevice
{
    /// <summary>The device; <see langword="null"/> before it is enrolled.</summary>
    public Device? Device { get; init; }
}
