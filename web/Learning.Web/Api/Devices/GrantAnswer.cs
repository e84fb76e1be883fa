namespace Learning.Web.Api.Devices;

/// <summary>A phone enrolled.</summary>
/// <param name="DeviceId">Device id.</param>
/// <param name="SyncGrant">Told this once; sent as <c>Authorization: Bearer deviceId.syncGrant</c>.</param>
/// <param name="ExpiresAt">When the grant ends, UTC.</param>
/// <param name="Name">What the trainer calls it.</param>
public sealed record GrantAnswer(string DeviceId, string SyncGrant, DateTimeOffset ExpiresAt, string Name);
