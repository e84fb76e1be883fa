using Learning.Domain.Reports;

namespace Learning.Contracts.Reports;

/// <summary>One frozen report; the key is its id.</summary>
[Alias("report")]
public interface IReportGrain : IGrainWithStringKey
{
    /// <summary>The report, or <see langword="null"/>.</summary>
    [Alias("get")]
    Task<Report?> Get();

    /// <summary>Freezes it. The first report stays, whatever comes later.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The report that is frozen.</returns>
    [Alias("freeze")]
    Task<Report> Freeze(Report report);
}
