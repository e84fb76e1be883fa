using Learning.Domain.Reach;
using Learning.Web.Words;

namespace Learning.Web.Reach.Donors;

/// <summary>The donors of a figure.</summary>
public static class DonorApi
{
    /// <summary>Maps the call.</summary>
    /// <param name="reach">The group of calls of reach.</param>
    public static void MapDonors(this IEndpointRouteBuilder reach) =>
        reach.MapGet("/reach/donors", Donors).WithSummary("A figure seen from its donors: supported by, shared matrix, apportioned").Produces<DonorView>().ProducesValidationProblem();

    private static async Task<IResult> Donors(HttpRequest request, ReachQueryReading reading, DonorReading donors, IWords words)
    {
        var (query, errors) = await reading.Read(request.Query, words);
        if (query.Measure == Measure.Headcount) errors["measure"] = [words["measure.headcount.definition"]];
        return errors.Count > 0 ? Results.ValidationProblem(errors) : Results.Ok(await donors.View(query, words));
    }
}
