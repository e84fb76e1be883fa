namespace Learning.Web.Api.Devices;

/// <summary>Somebody who owns a phone and checks people in.</summary>
/// <param name="UserName">User name.</param>
/// <param name="IsAdministrator">May check in everywhere; others at their own cohorts.</param>
public sealed record DeviceOwner(string UserName, bool IsAdministrator);
