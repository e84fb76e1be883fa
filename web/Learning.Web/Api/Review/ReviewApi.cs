using System.Collections.Immutable;
using System.Security.Claims;
using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Api.Sessions;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Review;

/// <summary>The review queue: what waits or was flagged, deciding about it, and moving scans to the session they belong to.</summary>
internal static class ReviewApi
{
    private const int MostIds = 200;
    private const int LongestReason = 200;
    private const int LongestId = 64;

    public static void MapReview(this IEndpointRouteBuilder api)
    {
        api.MapGet("/review", List)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Scans and items that somebody should look at, the newest day first; a trainer's own only.")
            .Produces<Page<ReviewItem>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapSession(HttpMethods.Post, "review", Decide, call => call
            .WithSummary("Accepts or rejects scans that wait, or notes that flagged ones were seen. Safe to repeat.")
            .Produces<ReviewAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict));
        api.MapSession(HttpMethods.Post, "move", Move, call => call
            .WithSummary("Moves people's scans to the session they belong to. Safe to repeat, also after being cut off.")
            .Produces<ImmutableArray<MoveOutcome>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict));
        api.MapPost("/devices/{id}/quarantine", Quarantine)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Dismisses items that no session could take, or moves them to the session they were meant for. Safe to repeat.")
            .Produces<ImmutableArray<QuarantineOutcome>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> List(
        IDbContextFactory<LearningReadModel> readModel, People people, IAuditLog audit, ClaimsPrincipal user, string? cohort, string? session, string? device,
        string? reason, string? quarantined, string? limit, string? after, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var most = errors.Limit(limit);
        var kind = errors.Truth("quarantined", quarantined);
        if (!string.IsNullOrEmpty(reason) && !ReviewReason.All.Contains(reason)) errors.Add("reason", "problem.word", string.Join(", ", ReviewReason.All));
        if (errors.Any) return Problem.Invalid(errors);
        // A session that is no session is in nobody's queue.
        var sessionId = SessionId.TryParse(session, out var of, out var number) ? SessionId.Of(of, number) : session;
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var rows = await new ReviewFilter(kind, cohort, sessionId, device, reason).Run(ReviewFilter.Visible(db, Caller.Of(user)), after, most + 1, cancel);
        var known = await people.Of(rows.Select(r => r.TraineeId).OfType<string>());
        await audit.Note(user, "review.view", sessionId ?? cohort ?? device ?? "");
        return Results.Ok(new Page<ReviewItem>([.. rows.Take(most).Select(r => ReviewItem.Of(r, known))], rows.Count > most ? ReviewFilter.KeyOf(rows[most - 1]) : null));
    }

    private static async Task<IResult> Decide(ScanReviews reviews, TimeProvider clock, ClaimsPrincipal user, SessionPath session, ReviewBody body)
    {
        var errors = new FieldErrors();
        var ids = Ids(errors, "scanIds", body.ScanIds);
        if (body.Decision is null) errors.Add("decision", "problem.required");
        var reason = errors.Text("reason", body.Reason, LongestReason, required: body.Decision != ReviewVerdict.Seen);
        var id = errors.Text("id", body.Id, LongestId, required: false);
        if (errors.Any) return Problem.Invalid(errors);
        var (answer, refusal) = await reviews.Decide(user, session.CohortId, session.Id, ids, body.Decision!.Value, reason, id.Length == 0 ? LearningId.New(clock) : id);
        return refusal ?? Results.Ok(answer);
    }

    private static async Task<IResult> Move(ScanMoves moves, ClaimsPrincipal user, SessionPath session, MoveBody body)
    {
        var errors = new FieldErrors();
        var ids = Ids(errors, "traineeIds", body.TraineeIds);
        var to = Target(errors, body.To);
        var reason = errors.Text("reason", body.Reason, LongestReason);
        if (to == session.Id && to.Length > 0) errors.Add("to", "review.sameSession");
        if (errors.Any) return Problem.Invalid(errors);
        var (outcomes, refusal) = await moves.Move(user, session.Id, ids, to, reason);
        return refusal ?? Results.Ok(outcomes);
    }

    private static async Task<IResult> Quarantine(ScanMoves moves, ClaimsPrincipal user, string id, QuarantineBody body)
    {
        var errors = new FieldErrors();
        var ids = Ids(errors, "itemIds", body.ItemIds);
        if (body.Decision is null) errors.Add("decision", "problem.required");
        var to = body.Decision == QuarantineAct.Move ? Target(errors, body.To) : null;
        var reason = errors.Text("reason", body.Reason, LongestReason);
        if (errors.Any) return Problem.Invalid(errors);
        var (outcomes, refusal) = await moves.Settle(user, id, ids, to, reason);
        return refusal ?? Results.Ok(outcomes);
    }

    private static string Target(FieldErrors errors, string? to)
    {
        if (SessionId.TryParse(to, out var cohortId, out var number)) return SessionId.Of(cohortId, number);
        errors.Add("to", string.IsNullOrWhiteSpace(to) ? "problem.required" : "session.unknown");
        return "";
    }

    private static List<string> Ids(FieldErrors errors, string field, ImmutableArray<string?>? sent)
    {
        List<string> ids = [.. (sent is { IsDefault: false } given ? given : []).OfType<string>().Where(id => id.Length is > 0 and <= LongestId).Distinct()];
        if (ids.Count == 0) errors.Add(field, "problem.required");
        if (ids.Count > MostIds) errors.Add(field, "problem.tooManyItems", MostIds);
        return ids;
    }
}
