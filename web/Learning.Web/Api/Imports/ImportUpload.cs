namespace Learning.Web.Api.Imports;

/// <summary>The form of an upload, for its description.</summary>
/// <param name="File">CSV or XLSX, up to 50 MB.</param>
/// <param name="DryRun">Only check, and wait to be confirmed (the default); false: import at once if no row is in error. May be in the query instead.</param>
public sealed record ImportUpload(IFormFile File, bool? DryRun);
