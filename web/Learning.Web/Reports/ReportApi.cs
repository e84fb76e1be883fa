using System.Globalization;
using System.Text;
using System.Text.Json;
using Learning.Contracts.Reports;
using Learning.Domain.Ids;
using Learning.Domain.Reports;
using Learning.Silo.ReadModel;
using Learning.Silo.Reports;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Learning.Web.Reach;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reports;

/// <summary>The calls of frozen reports.</summary>
public static class ReportApi
{
    /// <summary>Registers what they need.</summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddSingleton<ReportFreezing>().AddSingleton<ReportTokens>().AddSingleton<ReportLinks>();

    /// <summary>Maps them.</summary>
    /// <param name="app">Where.</param>
    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/reports").RequireAuthorization(Policies.Reach).WithTags("reports");
        api.MapPost("", Freeze).WithSummary("Freezes a view: title, and the filters of GET /api/reach").Accepts<JsonElement>("application/json").Produces<ReportSummary>(201).ProducesValidationProblem();
        api.MapGet("", List).WithSummary("Frozen reports, the latest first").Produces<Page<ReportRowView>>();
        api.MapGet("/{id}", Document).WithSummary("A report, byte by byte as it was frozen; its SHA-256 is in Repr-Digest and ETag").Produces<ReportDocument>();
        api.MapGet("/{id}/facts", Facts).WithSummary("The facts behind a report, a line each; the SHA-256 of the text is the report's fingerprint");
        api.MapGet("/{id}/delta", Delta).WithSummary("What of the report would be otherwise now, and why").Produces<DeltaView>();
        api.MapGet("/{id}/links", Links).WithSummary("The links by which donors read a report").Produces<IReadOnlyList<ReportLinkView>>();
        api.MapPost("/{id}/links", Link).WithSummary("Makes a read-only link: for, and expiresOn if it is to end").Produces<ReportLinkView>(201).ProducesValidationProblem();
        api.MapPost("/{id}/links/{number:int}/revoke", Revoke).WithSummary("Takes a link back").Produces(204);
        app.MapGet("/r/{token}/report.json", Donors).AllowAnonymous().WithTags("reports").WithSummary("A donor's copy of a report, to the byte: aggregates alone, small cells withheld");
    }

    private static async Task<IResult> Freeze(JsonElement body, HttpContext http, OnceOnly once, ReachQueryReading reading, ReportFreezing freezing, IWords words)
    {
        var read = await FigureBody.Read(body, ["title"], reading, words);
        var title = read.Text("title");
        if (title.Length == 0) read.Wrong("title", "problem.required");
        if (title.Length > ReportFreezing.LongestTitle) read.Wrong("title", "problem.tooLong", ReportFreezing.LongestTitle);
        if (read.Errors.Count > 0) return ReachRefusal.Of(read.Errors, words);
        return await once.Run(http, "report", body, async id => await freezing.Freeze(http.User, id, title, read.Query) is { } report
            ? new CreatedAnswer(ReportSummary.Of(report), $"/api/reports/{report.Id}")
            : new Problem(StatusCodes.Status409Conflict, "report.unsteady"));
    }

    private static async Task<IResult> List(IDbContextFactory<LearningReadModel> readModel, string? limit, string? after)
    {
        var errors = new FieldErrors();
        var most = errors.Limit(limit);
        if (errors.Any) return Problem.Invalid(errors);
        await using var db = await readModel.CreateDbContextAsync();
        // Ids grow with time.
        var rows = await db.Reports.Where(r => after == null || r.ReportId.CompareTo(after) < 0).OrderByDescending(r => r.ReportId).Take(most + 1)
            .Select(r => new ReportRowView(r.ReportId, r.Title, r.Region, r.Measure, r.FrozenAt, r.FrozenBy, r.ContentHash)).ToListAsync();
        return Results.Ok(Page<ReportRowView>.Of(rows, most, r => r.Id));
    }

    private static async Task<IResult> Document(string id, HttpContext http, IGrainFactory grains) =>
        await Find(grains, id) is { } report ? Bytes(http, report.Document, report.ContentHash, "application/json; charset=utf-8") : Problem.NotFound;

    private static async Task<IResult> Facts(string id, HttpContext http, IGrainFactory grains, ReportFactFiles files, IAuditLog audit)
    {
        if (await Find(grains, id) is not { } report || await files.Find(report) is not { } text) return Problem.NotFound;
        await audit.Note(http.User, "report.facts", id);
        Digest(http, report.Fingerprint);
        return Results.Stream(text, "text/tab-separated-values; charset=utf-8");
    }

    private static async Task<IResult> Delta(string id, HttpContext http, IGrainFactory grains, ReportComparison comparison, IAuditLog audit)
    {
        if (await Find(grains, id) is not { } report) return Problem.NotFound;
        await audit.Note(http.User, "report.delta", id);
        return Results.Ok(DeltaView.Of(report, await comparison.Of(report)));
    }

    private static async Task<IResult> Links(string id, HttpContext http, IGrainFactory grains, ReportLinks links) =>
        await Find(grains, id) is null ? Problem.NotFound : Results.Ok(await links.Of(http.Request, id));

    private static async Task<IResult> Link(string id, LinkBody body, HttpContext http, IGrainFactory grains, OnceOnly once, ReportLinks links)
    {
        if (await Find(grains, id) is null) return Problem.NotFound;
        var errors = new FieldErrors();
        var madeFor = errors.Text("for", body.For, ReportLinks.LongestFor);
        var expires = errors.Day("expiresOn", body.ExpiresOn);
        if (expires < links.Today) errors.Add("expiresOn", "report.link.past");
        if (errors.Any) return Problem.Invalid(errors);
        return await once.Run(http, "report-link", body, async operation =>
            new CreatedAnswer(await links.Make(http, id, operation, madeFor, expires), $"/api/reports/{id}/links", IsSecret: true));
    }

    private static async Task<IResult> Revoke(string id, int number, HttpContext http, ReportLinks links)
    {
        var result = await links.Revoke(http.User, id, number);
        return result.IsDone ? Results.NoContent() : Problem.Refused(result);
    }

    private static async Task<IResult> Donors(string token, HttpContext http, ReportTokens tokens, IAuditLog audit)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await tokens.Open(token) is not { } opened) return Results.NotFound();
        await audit.Note(http.User, "report.link.open", opened.Report.Id, opened.Link.Number.ToString(CultureInfo.InvariantCulture));
        return Bytes(http, opened.Report.DonorDocument, opened.Report.DonorHash, "application/json; charset=utf-8");
    }

    private static async Task<Report?> Find(IGrainFactory grains, string id) => LearningId.IsId(id) ? await grains.GetGrain<IReportGrain>(id).Get() : null;

    private static IResult Bytes(HttpContext http, string text, string hash, string contentType)
    {
        Digest(http, hash);
        return Results.Bytes(Encoding.UTF8.GetBytes(text), contentType);
    }

    // By RFC 9530; the ETag has it as sha256sum prints it.
    private static void Digest(HttpContext http, string hash)
    {
        http.Response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(hash))}:";
        http.Response.Headers.ETag = $"\"{hash}\"";
    }
}
