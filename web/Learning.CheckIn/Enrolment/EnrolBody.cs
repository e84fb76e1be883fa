namespace Learning.CheckIn.Enrolment;

/// <summary>Body of <c>POST /api/devices</c>.</summary>
/// <param name="Name">What the trainer calls the phone.</param>
/// <param name="DeviceId">The phone as enrolled before, to renew its grant.</param>
public sealed record EnrolBody(string Name, string? DeviceId);
