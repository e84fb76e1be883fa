using System.Security.Claims;
using Learning.Domain.Checkin;
using Learning.Domain.Devices;
using Learning.Domain.Ids;
using Learning.Grains.Active;
using Learning.Web.Accounts;
using Learning.Web.Api.Devices;

namespace Learning.Web.Api.Sync;

/// <summary>
/// Finds out whose scans arrive. A phone whose grant was revoked or ran out, or whose owner checks nobody in any more, still
/// drains, into review.
/// </summary>
public sealed class ScanSenders(GrainReads reads, DeviceOwners owners, TimeProvider clock)
{
    /// <summary>The sender, or <see langword="null"/> if the caller may send none.</summary>
    /// <param name="user">The caller.</param>
    /// <param name="named">The device that the upload names. It counts if it belongs to the caller: a phone may drain what an earlier enrolment left.</param>
    public async Task<ScanSender?> Of(ClaimsPrincipal user, string? named)
    {
        if (DeviceIdentity.Of(user) is { } device)
        {
            var owner = await owners.Find(device.Owner);
            var isGood = device.RevokedAt is null && device.ExpiresAt > clock.GetUtcNow() && owner is not null;
            return Sender(named == device.Id ? device : await Own(named, device.Owner) ?? device, owner?.IsAdministrator == true, isGood);
        }

        var caller = Caller.Of(user);
        if (caller.UserName is not { } name || !(caller.IsAdministrator || caller.IsTrainer)) return null;
        return await Own(named, name) is { } own
            ? Sender(own, caller.IsAdministrator, isGood: true)
            : new ScanSender(ScanSender.Desk, name, caller.IsAdministrator, []);
    }

    /// <summary>
    /// The sender of what a phone exported to a file: its owner, whoever brings it. <see langword="null"/> if the caller is
    /// neither the owner nor an administrator.
    /// </summary>
    /// <param name="user">The caller.</param>
    /// <param name="deviceId">The phone.</param>
    public async Task<ScanSender?> OfFile(ClaimsPrincipal user, string deviceId)
    {
        var caller = Caller.Of(user);
        if (await Device(deviceId) is not { } device || !(caller.IsAdministrator || (caller.IsTrainer && device.Owner == caller.UserName))) return null;
        var owner = await owners.Find(device.Owner);
        return Sender(device, owner?.IsAdministrator == true, isGood: owner is not null);
    }

    private static ScanSender Sender(Device device, bool isAdministrator, bool isGood) =>
        new(device.Id, device.Owner, isAdministrator, isGood && device.RevokedAt is null ? [] : [ReviewReason.Device]) { Device = device };

    private async Task<Device?> Own(string? deviceId, string owner) => await Device(deviceId) is { } device && device.Owner == owner ? device : null;

    private async Task<Device?> Device(string? deviceId) => LearningId.IsId(deviceId) ? await reads.Device(deviceId!) : null;
}
