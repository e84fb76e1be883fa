using System.Collections.Immutable;

namespace Learning.Domain.Checkin;

/// <summary>Scans of one session from one device, as they reach the session.</summary>
/// <param name="DeviceId">The device, or <c>desk</c>.</param>
/// <param name="Items">The scans.</param>
/// <param name="ClockOffset">Server clock less device clock at the upload.</param>
/// <param name="ReceivedAt">When the upload arrived, UTC.</param>
/// <param name="Flags">Reasons that hold for every item, e.g. <see cref="ReviewReason.Device"/>.</param>
/// <param name="Trainer">User name of the trainer whose scans they are; <see langword="null"/> if the caller has checked that they may be there.</param>
public sealed record ScanUpload(
    string DeviceId, ImmutableArray<Scan> Items, TimeSpan ClockOffset, DateTimeOffset ReceivedAt, ImmutableArray<string> Flags, string? Trainer = null);
