using System.Security.Claims;
using System.Text.Encodings.Web;
using Learning.Domain.Ids;
using Learning.Grains.Active;
using Learning.Web.Accounts.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Learning.Web.Api.Devices;

/// <summary>
/// A phone that shows its own grant: <c>Authorization: Bearer deviceId.syncGrant</c>. A grant that was revoked or has run out
/// still says whose phone it is, so that the scans on it are not lost; what it may do then, the call decides.
/// </summary>
internal sealed class DeviceAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, GrainReads reads)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Schemes.BearerPrefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        // An account's token has another form and is not ours to judge.
        if (header[Schemes.BearerPrefix.Length..].Trim().Split('.') is not [var deviceId, var grant] || !LearningId.IsId(deviceId)) return AuthenticateResult.NoResult();
        var device = await reads.Device(deviceId);
        if (device is null || !SyncGrants.Matches(grant, device.GrantHash)) return AuthenticateResult.Fail("Unknown sync grant.");
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new DeviceIdentity(device)), Schemes.Device));
    }
}
