using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Devices;

namespace Learning.Web.Api.Devices;

/// <summary>A phone with what it sent that could not be taken.</summary>
/// <param name="DeviceId">Device id.</param>
/// <param name="Name">What the trainer calls it.</param>
/// <param name="Owner">The trainer's user name.</param>
/// <param name="ExpiresAt">When its grant ends, UTC.</param>
/// <param name="RevokedAt">When it was revoked, UTC.</param>
/// <param name="LastContact">Last upload or download, UTC.</param>
/// <param name="ClockOffsetMs">Server clock less device clock at the last contact, in milliseconds.</param>
/// <param name="Received">Numbers of the scans received.</param>
/// <param name="Missing">Numbers of scans that have not arrived although later ones have.</param>
/// <param name="Quarantine">Items kept for somebody to decide.</param>
public sealed record DeviceDetail(
    string DeviceId, string Name, string Owner, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastContact, long ClockOffsetMs,
    ImmutableArray<SeqRange> Received, ImmutableArray<SeqRange> Missing, ImmutableArray<QuarantinedScan> Quarantine)
{
    /// <summary>A phone as answered; its grant's digest is nobody's business.</summary>
    /// <param name="device">The phone.</param>
    /// <param name="received">Numbers of its scans that have come.</param>
    public static DeviceDetail Of(Device device, ImmutableArray<SeqRange> received) => new(
        device.Id, device.Name, device.Owner, device.ExpiresAt, device.RevokedAt, device.LastContact, (long)device.ClockOffset.TotalMilliseconds,
        received, [.. SeqRange.Missing(received)], device.Quarantine);
}
