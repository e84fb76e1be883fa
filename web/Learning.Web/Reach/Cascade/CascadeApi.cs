using System.Security.Claims;
using Learning.Web.Audit;

namespace Learning.Web.Reach.Cascade;

/// <summary>The cascade of a training of trainers.</summary>
public static class CascadeApi
{
    /// <summary>Maps the call.</summary>
    /// <param name="reach">The group of calls of reach.</param>
    public static void MapCascade(this IEndpointRouteBuilder reach) =>
        reach.MapGet("/reach/cascade/{cohortId}", Cascade).WithSummary("Indirect reach of a training of trainers, by generation, and who of its trainers never trained")
            .Produces<CascadeView>().ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Cascade(string cohortId, CascadeReading cascades, ClaimsPrincipal user, IAuditLog audit)
    {
        if (await cascades.Of(cohortId) is not { } cascade) return Results.Problem(statusCode: StatusCodes.Status404NotFound);
        await audit.Note(user, "reach.cascade", cohortId);
        return Results.Ok(cascade);
    }
}
