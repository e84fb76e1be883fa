using System.Collections.Immutable;
using Learning.Domain.Devices;
using Learning.Silo.ReadModel;

namespace Learning.Web.Api.Devices;

/// <summary>A phone.</summary>
/// <param name="DeviceId">Device id.</param>
/// <param name="Name">What the trainer calls it.</param>
/// <param name="Owner">The trainer's user name.</param>
/// <param name="ExpiresAt">When its grant ends, UTC.</param>
/// <param name="RevokedAt">When it was revoked, UTC.</param>
/// <param name="LastContact">Last upload or download, UTC.</param>
/// <param name="ClockOffsetMs">Server clock less device clock at the last contact, in milliseconds.</param>
/// <param name="Missing">Numbers of scans that have not arrived although later ones have; what is still on the phone after the highest is not known.</param>
/// <param name="Quarantined">Items kept for somebody to decide.</param>
public sealed record DeviceAnswer(
    string DeviceId, string Name, string Owner, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastContact,
    long ClockOffsetMs, ImmutableArray<SeqRange> Missing, int Quarantined)
{
    /// <summary>A phone as listed.</summary>
    /// <param name="row">Its row.</param>
    public static DeviceAnswer Of(DeviceRow row) => new(
        row.DeviceId, row.Name, row.Owner, row.ExpiresAt, row.RevokedAt, row.LastContact, row.ClockOffsetMs,
        [.. SeqRange.Parse(row.Missing)], row.Quarantined);
}
