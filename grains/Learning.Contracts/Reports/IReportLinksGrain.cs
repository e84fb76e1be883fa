using System.Collections.Immutable;
using Learning.Domain.Ids;
using Learning.Domain.Reports;

namespace Learning.Contracts.Reports;

/// <summary>The links by which donors read one report; the key is the report's id. Apart from the report, which never changes.</summary>
[Alias("report-links")]
public interface IReportLinksGrain : IGrainWithStringKey
{
    /// <summary>Every link, in the order of making.</summary>
    [Alias("get")]
    Task<ImmutableArray<ReportLink>> Get();

    /// <summary>Makes a link. The same operation again answers with the link it made.</summary>
    /// <param name="operation">The caller's id.</param>
    /// <param name="madeFor">Whom it is for.</param>
    /// <param name="by">User name.</param>
    /// <param name="expiresOn">Last day on which it opens.</param>
    [Alias("make")]
    Task<ReportLink> Make(string operation, string madeFor, string by, DateOnly? expiresOn);

    /// <summary>Takes a link back. Doing so again changes nothing.</summary>
    /// <param name="number">Which.</param>
    /// <returns>Refused with <c>report.link.unknown</c> if there is none.</returns>
    [Alias("revoke")]
    Task<OperationResult> Revoke(int number);
}
