namespace Learning.CheckIn.Enrolment;

/// <summary>Its answer.</summary>
/// <param name="DeviceId">Device id.</param>
/// <param name="SyncGrant">The grant.</param>
/// <param name="ExpiresAt">When it ends, UTC.</param>
/// <param name="Name">The phone's name.</param>
public sealed record EnrolAnswer(string DeviceId, string SyncGrant, DateTimeOffset ExpiresAt, string Name);
