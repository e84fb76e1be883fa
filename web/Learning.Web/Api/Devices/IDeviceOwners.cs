namespace Learning.Web.Api.Devices;

/// <summary>The accounts of those who own phones.</summary>
public interface IDeviceOwners
{
    /// <summary>The account, or <see langword="null"/> if there is none, or it is switched off, or its role checks nobody in.</summary>
    /// <param name="userName">User name.</param>
    Task<DeviceOwner?> Find(string userName);
}
