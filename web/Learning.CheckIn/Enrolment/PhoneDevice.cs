namespace Learning.CheckIn.Enrolment;

/// <summary>What this phone is to the server. Fact <c>device</c>; the store adds the next scan's number.</summary>
/// <param name="DeviceId">Device id.</param>
/// <param name="Grant">Its sync grant.</param>
/// <param name="ExpiresAt">When the grant ends, UTC.</param>
/// <param name="Owner">The trainer's user name.</param>
/// <param name="Name">What the trainer calls it.</param>
public sealed record PhoneDevice(string DeviceId, string Grant, DateTimeOffset ExpiresAt, string Owner, string Name);
