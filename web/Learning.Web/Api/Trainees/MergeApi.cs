using System.Security.Claims;
using Learning.Domain.Ids;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;

namespace Learning.Web.Api.Trainees;

/// <summary>Two records of one person: merging them and taking it back, for administrators.</summary>
internal static class MergeApi
{
    public static void MapMerges(this IEndpointRouteBuilder api)
    {
        api.MapPost("/trainees/{id}/merge", Merge)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Says that this record and another are one person's. Nothing in either is changed; figures, lists and searches count one person, the other.")
            .Produces<MergeAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/merges/{id}/undo", Undo)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Takes a merge back: everything is as if it had never been, but the fact and its undoing stay in the history. Safe to repeat.")
            .Produces<MergeAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Merge(Merging merging, OnceOnly once, HttpContext http, string id, MergeBody body)
    {
        var errors = new FieldErrors();
        var reason = errors.Text("reason", body.Reason, MergeBody.LongestReason);
        if (string.IsNullOrWhiteSpace(body.Into)) errors.Add("into", "problem.required");
        else if (!LearningId.IsId(body.Into)) errors.Add("into", "trainee.unknown");
        if (errors.Any) return Problem.Invalid(errors);
        if (!LearningId.IsId(id)) return Problem.NotFound;
        return await once.Run(http, "merge", body, async request =>
        {
            var outcome = await merging.Merge(http.User, id, body.Into!, reason, request);
            return outcome.Merge is { } merge ? new CreatedAnswer(MergeAnswer.Of(merge), $"/api/trainees/{merge.Into}") : Problem.Refused(outcome.Result);
        });
    }

    private static async Task<IResult> Undo(Merging merging, ClaimsPrincipal user, string id)
    {
        var outcome = await merging.Undo(user, id);
        return outcome.Merge is { } merge ? Results.Ok(MergeAnswer.Of(merge)) : Problem.Refused(outcome.Result);
    }
}
