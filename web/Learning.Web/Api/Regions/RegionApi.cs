using System.Collections.Immutable;
using Learning.Domain.Regions;
using Learning.Web.Api.Problems;

namespace Learning.Web.Api.Regions;

/// <summary>The region tree, for anyone.</summary>
internal static class RegionApi
{
    public static void MapRegions(this IEndpointRouteBuilder api) =>
        api.MapGet("/regions", List)
            .AllowAnonymous()
            .WithSummary("Regions below a region, in Mongolian name order; without a parent the country itself.")
            .Produces<ImmutableArray<RegionAnswer>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static IResult List(RegionTree regions, string? parent)
    {
        if (parent is null) return Results.Ok(new[] { RegionAnswer.Of(regions.Root) });
        if (regions.Find(parent) is null) return Problem.Invalid("parent", "problem.unknown", parent);
        return Results.Ok(regions.Children(parent).Select(RegionAnswer.Of));
    }
}
