namespace Learning.Web.Api.Certificates;

/// <summary>A withdrawal.</summary>
/// <param name="Reason">Why; for staff.</param>
public sealed record RevokeBody(string? Reason);
