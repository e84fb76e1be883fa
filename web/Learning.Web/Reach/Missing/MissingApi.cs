using Learning.Web.Words;

namespace Learning.Web.Reach.Missing;

/// <summary>What a figure does not have yet.</summary>
public static class MissingApi
{
    /// <summary>Maps the call.</summary>
    /// <param name="reach">The group of calls of reach.</param>
    public static void MapMissing(this IEndpointRouteBuilder reach) =>
        reach.MapGet("/reach/missing", Missing).WithSummary("What a figure lacks: sessions without marks, phones with unsent scans, cohorts not closed").Produces<MissingView>().ProducesValidationProblem();

    private static async Task<IResult> Missing(HttpRequest request, ReachQueryReading reading, MissingReading missing, IWords words)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        return errors.Count > 0 ? Results.ValidationProblem(errors) : Results.Ok(await missing.Of(query));
    }
}
