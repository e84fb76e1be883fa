using Learning.Domain.Reports;
using Learning.Web.Reach;

namespace Learning.Web.Reports;

/// <summary>What is said of a report where it is made.</summary>
/// <param name="Id">Report id.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Figure">The filters.</param>
/// <param name="FrozenAt">When, UTC.</param>
/// <param name="FrozenBy">User name.</param>
/// <param name="Total">The figure.</param>
/// <param name="ContentHash">SHA-256 of the bytes of <c>GET /api/reports/{id}</c>, in hex.</param>
/// <param name="FactsFingerprint">SHA-256 of the bytes of <c>GET /api/reports/{id}/facts</c>, in hex.</param>
/// <param name="Facts">How many facts are behind it.</param>
public sealed record ReportSummary(
    string Id, string Title, FigureView Figure, DateTimeOffset FrozenAt, string FrozenBy, decimal Total, string ContentHash, string FactsFingerprint, int Facts)
{
    /// <summary>Of a report.</summary>
    /// <param name="report">The report.</param>
    public static ReportSummary Of(Report report) => new(
        report.Id, report.Title, FigureView.Of(report.Query), report.FrozenAt, report.FrozenBy, report.Total, report.ContentHash, report.Fingerprint, report.Facts);
}
