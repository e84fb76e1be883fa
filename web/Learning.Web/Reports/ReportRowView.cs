using Learning.Domain.Reach;

namespace Learning.Web.Reports;

/// <summary>A report in a list.</summary>
/// <param name="Id">Report id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Region">P-code.</param>
/// <param name="Measure">What it counts.</param>
/// <param name="FrozenAt">When, UTC.</param>
/// <param name="FrozenBy">User name.</param>
/// <param name="ContentHash">SHA-256 of its bytes, in hex.</param>
public sealed record ReportRowView(string Id, string Title, string Region, Measure Measure, DateTimeOffset FrozenAt, string FrozenBy, string ContentHash);
