using System.Collections.Immutable;
using Learning.Domain.Checkin;

namespace Learning.Domain.Sync;

/// <summary>An upload of scans.</summary>
/// <param name="DeviceId">The device that made them, or <c>desk</c>.</param>
/// <param name="DeviceNow">The device's clock at sending.</param>
/// <param name="Items">At most 200. Each is read by itself: one that makes no scan is quarantined alone.</param>
public sealed record UploadBody(string? DeviceId, DateTimeOffset? DeviceNow, ImmutableArray<Scan> Items);
