using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Learning.Web.Reach.Cascade;
using Learning.Web.Reach.Donors;
using Learning.Web.Reach.Exports;
using Learning.Web.Reach.Missing;
using Learning.Web.Reach.Targets;
using Learning.Web.Words;

namespace Learning.Web.Reach;

/// <summary>The calls of reach: the figure, the people behind it, exports, targets, and live events.</summary>
public static class ReachApi
{
    private const int LongestPage = 500;

    /// <summary>Registers what they need.</summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddReach(this IServiceCollection services) =>
        services.AddSingleton<ReachQueryReading>().AddSingleton<ReachNames>().AddSingleton<ReachReading>()
            .AddSingleton<SmallCellReading>().AddSingleton<TargetReading>().AddSingleton<TargetWriting>().AddSingleton<ExportReading>().AddSingleton<Exporting>()
            .AddSingleton<DonorReading>().AddSingleton<MissingReading>().AddScoped<CascadeReading>();

    /// <summary>Maps them.</summary>
    /// <param name="app">Where.</param>
    public static void MapReach(this IEndpointRouteBuilder app)
    {
        var reach = app.MapGroup("/api").RequireAuthorization(Policies.Reach).WithTags("Reach");
        reach.MapGet("/reach", Figure).WithSummary("A figure under every filter, with rows, sum of rows and overlap").Produces<ReachView>().ProducesValidationProblem();
        reach.MapReachExports();
        reach.MapTargets();
        reach.MapGet("/reach/people", People).WithSummary("The people behind a figure, a page at a time, with the marks by which they count").ProducesValidationProblem();
        reach.MapDonors();
        reach.MapMissing();
        reach.MapCascade();
        reach.MapGet("/reach/live", Live).WithSummary("Server-sent events: figures of the region may have changed");
    }

    private static async Task<IResult> Figure(HttpRequest request, ReachQueryReading reading, ReachReading reach, IWords words)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        return errors.Count > 0 ? ReachRefusal.Of(errors, words) : Results.Ok(await reach.View(query, words));
    }

    private static async Task<IResult> People(HttpRequest request, ReachQueryReading reading, ReachReading reach, IWords words, IAuditLog audit)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        var after = -1L;
        if (request.Query["after"].ToString() is { Length: > 0 } from && !long.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            errors["after"] = [words["reach.unknownCode", from]];
        var limit = 100;
        if (request.Query["limit"].ToString() is { Length: > 0 } most && (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LongestPage))
            errors["limit"] = [words["form.atMost", "limit", LongestPage]];
        if (query.Measure == Measure.Headcount) errors["measure"] = [words["measure.headcount.definition"]];
        if (errors.Count > 0) return ReachRefusal.Of(errors, words);
        await audit.Note(request.HttpContext.User, "reach.people", query.Region, ReachUrl.Of("people", query));
        var row = request.Query.ContainsKey("row") ? request.Query["row"].ToString() : null;
        var (people, next) = await reach.People(query, row, after, limit);
        return Results.Ok(new { items = people, next = next?.ToString(CultureInfo.InvariantCulture) });
    }

    private static IResult Live(HttpContext context, RegionTree regions, IGrainFactory grains, TimeProvider clock, string? region)
    {
        var code = region ?? regions.Root.Code;
        return regions.Find(code) is null
            ? Results.NotFound()
            : TypedResults.ServerSentEvents(new ReachWatcher(grains, clock).Events(code, context.RequestAborted));
    }
}
