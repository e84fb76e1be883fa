using System.Text.Json;
using Learning.Domain.Reach.Targets;
using Learning.Web.Words;

namespace Learning.Web.Reach.Targets;

/// <summary>The calls of targets and baselines.</summary>
public static class TargetApi
{
    /// <summary>Maps them.</summary>
    /// <param name="api">The group of reach calls.</param>
    public static void MapTargets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/targets", List).WithSummary("The targets in force, of a region or of all").Produces<IReadOnlyList<TargetView>>();
        api.MapPut("/targets", Put).WithSummary("Sets what a figure is to come to: its filters, to, value, baseline and baselineDay; without value it is withdrawn")
            .Accepts<JsonElement>("application/json").Produces<TargetView>().ProducesValidationProblem();
    }

    private static async Task<IResult> List(TargetReading targets, string? region) =>
        Results.Ok((await targets.All()).Where(t => region is null || t.Query.Region == region).Select(TargetView.Of));

    private static async Task<IResult> Put(JsonElement body, HttpContext http, ReachQueryReading reading, TargetWriting writing, IWords words)
    {
        var read = await FigureBody.Read(body, ["value", "baseline", "baselineDay"], reading, words);
        var (value, baseline, day) = (read.Number("value", TargetRules.Most), read.Number("baseline", TargetRules.Most), read.Day("baselineDay"));
        var (target, errors) = await writing.Set(http.User, read.Query, value, baseline, day, read.Errors, words);
        return target is null ? ReachRefusal.Of(errors, words) : Results.Ok(TargetView.Of(target));
    }
}
