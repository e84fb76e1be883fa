namespace Learning.Web.Api.Sessions;

/// <summary>A badge scanned or a short code typed at the desk.</summary>
/// <param name="Text">What the scanner typed.</param>
/// <param name="Id">The caller's id for the scan, up to 64 characters; the same id is stored once.</param>
public sealed record ScanBody(string? Text, string? Id);
