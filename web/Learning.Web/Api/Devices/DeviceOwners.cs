using Learning.Web.Accounts;

namespace Learning.Web.Api.Devices;

/// <summary>The accounts of those who own phones.</summary>
public sealed class DeviceOwners(AccountUsers users)
{
    /// <summary>The account, or <see langword="null"/> if there is none, or it is switched off, or its role checks nobody in.</summary>
    /// <param name="userName">User name.</param>
    public async Task<DeviceOwner?> Find(string userName) =>
        await users.FindByNameAsync(userName) is { Disabled: false } account && (account.Roles.Contains(Roles.Administrator) || account.Roles.Contains(Roles.Trainer))
            ? new DeviceOwner(userName, account.Roles.Contains(Roles.Administrator))
            : null;
}
