using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Devices;

/// <summary>One contact of a device.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="ClockOffset">Server clock less device clock; <see langword="null"/> if the device did not say, as in a file brought to the desk.</param>
/// <param name="Quarantine">Items that belong to no session.</param>
public sealed record DeviceContact(DateTimeOffset At, TimeSpan? ClockOffset, ImmutableArray<QuarantinedScan> Quarantine);
