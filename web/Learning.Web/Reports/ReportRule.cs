namespace Learning.Web.Reports;

/// <summary>The counting rule of a report, as it was then.</summary>
/// <param name="Id">Rule id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Title">Its title.</param>
/// <param name="Definition">The rule in a sentence.</param>
public sealed record ReportRule(string Id, int Version, TwoTexts Title, TwoTexts Definition);
