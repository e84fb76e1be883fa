using System.Globalization;
using System.Security.Claims;
using Learning.Contracts.Reports;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Domain.Reports;
using Learning.Web.Accounts;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;

namespace Learning.Web.Reports;

/// <summary>Makes, lists and takes back donors' links, for the API and the page alike.</summary>
public sealed class ReportLinks(IGrainFactory grains, ReportTokens tokens, SiteAddress site, RegionTree regions, IAuditLog audit, TimeProvider clock)
{
    /// <summary>Longest name of whom a link is for.</summary>
    public const int LongestFor = 120;

    /// <summary>Today; a link can't end before.</summary>
    public DateOnly Today => regions.Today(clock);

    /// <summary>Every link of a report, with the addresses of those that open it.</summary>
    /// <param name="request">For the site's address.</param>
    /// <param name="reportId">Report id.</param>
    public async Task<IReadOnlyList<ReportLinkView>> Of(HttpRequest request, string reportId) =>
        [.. (await grains.GetGrain<IReportLinksGrain>(reportId).Get()).Select(link => View(request, reportId, link))];

    /// <summary>Makes a link.</summary>
    /// <param name="http">The call.</param>
    /// <param name="reportId">Report id.</param>
    /// <param name="operation">The caller's id; the same again answers with the same link.</param>
    /// <param name="madeFor">Whom it is for.</param>
    /// <param name="expiresOn">Last day on which it opens.</param>
    public async Task<ReportLinkView> Make(HttpContext http, string reportId, string operation, string madeFor, DateOnly? expiresOn)
    {
        var link = await grains.GetGrain<IReportLinksGrain>(reportId).Make(operation, madeFor, Caller.Of(http.User).Actor, expiresOn);
        await audit.Note(http.User, "report.link.make", reportId, link.Number.ToString(CultureInfo.InvariantCulture));
        return View(http.Request, reportId, link);
    }

    /// <summary>Takes a link back.</summary>
    /// <param name="who">Who does.</param>
    /// <param name="reportId">Report id.</param>
    /// <param name="number">Which.</param>
    public async Task<OperationResult> Revoke(ClaimsPrincipal who, string reportId, int number)
    {
        if (!LearningId.IsId(reportId)) return OperationResult.Refused("report.link.unknown");
        var result = await grains.GetGrain<IReportLinksGrain>(reportId).Revoke(number);
        if (result.IsDone) await audit.Note(who, "report.link.revoke", reportId, number.ToString(CultureInfo.InvariantCulture));
        return result;
    }

    private ReportLinkView View(HttpRequest request, string reportId, ReportLink link) => new(
        link.Number, link.For, link.Opens(Today) ? new Uri(site.Of(request), $"/r/{tokens.Of(reportId, link.Number)}").ToString() : null,
        link.MadeAt, link.MadeBy, link.ExpiresOn, link.RevokedAt);
}
