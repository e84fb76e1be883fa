using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Devices;

namespace Learning.Contracts.Devices;

/// <summary>One trainer's phone; the key is the device id. Owns its sync grant and what was quarantined; which of its scans have come, the sessions know.</summary>
[Alias("device")]
public interface IDeviceGrain : IGrainWithStringKey
{
    /// <summary>The device, or <see langword="null"/>.</summary>
    [Alias("get")]
    Task<Device?> Get();

    /// <summary>Enrols the phone.</summary>
    /// <param name="name">What the trainer calls it.</param>
    /// <param name="owner">The trainer's user name.</param>
    /// <param name="grantHash">Digest of its sync grant; the grant itself is not kept.</param>
    /// <param name="expiresAt">When the grant ends, UTC.</param>
    [Alias("enrol")]
    Task<Device> Enrol(string name, string owner, string grantHash, DateTimeOffset expiresAt);

    /// <summary>Revokes the grant. Scans already on the phone still drain, into review.</summary>
    [Alias("revoke")]
    Task Revoke();

    /// <summary>
    /// Notes a contact: the clock, and items that belong to no session. Those are durable when it returns; that the phone was heard of
    /// may be forgotten by a crash, but for a minute at most.
    /// </summary>
    /// <param name="contact">What came.</param>
    [Alias("contact")]
    Task Contact(DeviceContact contact);

    /// <summary>Decides about items that belong to no session. What was decided before, and what is unknown, is left alone.</summary>
    /// <param name="itemIds">Ids of the items, see <see cref="QuarantinedScan.Id"/>.</param>
    /// <param name="decision">Dismissed, or moved.</param>
    [Alias("decide")]
    Task Decide(ImmutableArray<string> itemIds, QuarantineDecision decision);
}
