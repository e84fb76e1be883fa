namespace Learning.Web.Api.Imports;

/// <summary>An import was started and goes on in the background.</summary>
/// <param name="Id">Import id.</param>
public sealed record ImportStarted(string Id);
