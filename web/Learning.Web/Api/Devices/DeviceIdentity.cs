using System.Security.Claims;
using Learning.Domain.Devices;
using Learning.Web.Accounts;
using Learning.Web.Accounts.SignIn;

namespace Learning.Web.Api.Devices;

/// <summary>A phone that showed its grant, with what was known of it then, so that a request asks its grain once.</summary>
/// <param name="device">The phone.</param>
internal sealed class DeviceIdentity(Device device) : ClaimsIdentity([new Claim(AccountClaims.DeviceId, device.Id)], Schemes.Device)
{
    /// <summary>The phone that the caller is, or <see langword="null"/>.</summary>
    /// <param name="user">The caller.</param>
    public static Device? Of(ClaimsPrincipal user) => user.Identities.OfType<DeviceIdentity>().FirstOrDefault()?.Device;

    /// <summary>The phone.</summary>
    public Device Device => device;

    /// <inheritdoc/>
    public override ClaimsIdentity Clone() => new DeviceIdentity(device);
}
