using System.Globalization;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Web.Accounts;
using Learning.Web.Audit;
using Learning.Web.Words;

namespace Learning.Web.Reach;

/// <summary>The calls of reach: the figure, the people behind it, the same as CSV, and live events.</summary>
public static class ReachApi
{
    private const int LongestPage = 500;

    /// <summary>Registers what they need.</summary>
    /// <param name="services">Where to register.</param>
    public static IServiceCollection AddReach(this IServiceCollection services) =>
        services.AddSingleton<ReachQueryReading>().AddSingleton<ReachNames>().AddSingleton<ReachReading>();

    /// <summary>Maps them.</summary>
    /// <param name="app">Where.</param>
    public static void MapReach(this IEndpointRouteBuilder app)
    {
        var reach = app.MapGroup("/api").RequireAuthorization(Policies.Reach).WithTags("Reach");
        reach.MapGet("/reach", Figure).WithSummary("A figure under every filter, with rows, sum of rows and overlap").Produces<ReachView>().ProducesValidationProblem();
        reach.MapGet("/reach.csv", Csv).WithSummary("The same view as CSV");
        reach.MapGet("/reach/people", People).WithSummary("The people behind a figure, a page at a time, with the marks by which they count").ProducesValidationProblem();
        reach.MapGet("/reach/live", Live).WithSummary("Server-sent events: figures of the region may have changed");
    }

    // In the words and with the code of the other calls' answers.
    private static IResult Refused(Dictionary<string, string[]> errors, IWords words) => Results.ValidationProblem(
        errors, title: words["problem.status.400"], detail: words["problem.invalid"], extensions: new Dictionary<string, object?> { ["code"] = "problem.invalid" });

    private static async Task<IResult> Figure(HttpRequest request, ReachQueryReading reading, ReachReading reach, IWords words)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        return errors.Count > 0 ? Refused(errors, words) : Results.Ok(await reach.View(query, words));
    }

    private static async Task<IResult> Csv(HttpRequest request, ReachQueryReading reading, ReachReading reach, IWords words, IAuditLog audit)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        if (errors.Count > 0) return Refused(errors, words);
        var view = await reach.View(query, words);
        await audit.Note(request.HttpContext.User, "reach.export", query.Region, ReachUrl.Of("reach.csv", query));
        string Number(decimal? value) => CsvText.Cell(value);
        var lines = new List<string>
        {
            CsvText.Line(["key", "name", "value", "cumulative"]),
        };
        lines.AddRange(view.Rows.Select(r => $"{CsvText.Cell(r.Key)},{CsvText.Cell(r.Name)},{Number(r.Value)},{Number(r.Cumulative)}\r\n"));
        lines.Add($"sumOfRows,{CsvText.Cell(words["reach.sumOfRows"])},{Number(view.SumOfRows)},\r\n");
        lines.Add($"overlap,{CsvText.Cell(words["reach.overlap"])},{Number(view.Overlap)},\r\n");
        lines.Add($"total,{CsvText.Cell($"{words.Of(view.Measure)} · {view.Rule} v{view.RuleVersion} · {view.AsOf:yyyy-MM-ddTHH:mm:ssZ}")},{Number(view.Total)},\r\n");
        // With a byte order mark, because without one Excel takes Ө and Ү for something else.
        return Results.File(System.Text.Encoding.UTF8.GetPreamble().Concat(System.Text.Encoding.UTF8.GetBytes(string.Concat(lines))).ToArray(), "text/csv; charset=utf-8", $"reach-{query.Region}.csv");
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
        if (errors.Count > 0) return Refused(errors, words);
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
