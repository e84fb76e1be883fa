namespace Learning.Web.Api.Devices;

/// <summary>A phone to enrol.</summary>
/// <param name="Name">What the trainer calls it.</param>
/// <param name="DeviceId">A phone enrolled before, whose grant is to be renewed; its scans keep their numbers.</param>
public sealed record DeviceBody(string? Name, string? DeviceId);
