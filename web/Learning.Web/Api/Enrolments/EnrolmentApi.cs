using System.Collections.Immutable;
using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;
using Learning.Web.Words;

namespace Learning.Web.Api.Enrolments;

/// <summary>Rosters: enrolling, applications, withdrawing, test results.</summary>
internal static class EnrolmentApi
{
    private const int MostAtOnce = 500;

    public static void MapEnrolments(this IEndpointRouteBuilder api)
    {
        var cohort = api.MapGroup("/cohorts/{id}").RequireAuthorization(Policies.Staff)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status403Forbidden);
        cohort.MapGet("/enrolments", List)
            .WithSummary("Everybody on the roster, in order of asking.")
            .Produces<Page<EnrolmentAnswer>>();
        cohort.MapPost("/enrolments", Enrol)
            .WithSummary("Enrols people, or puts them on the waitlist when full. Safe to repeat.")
            .Produces<ImmutableArray<EnrolmentItem>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        MapDecision(cohort.MapDelete("/enrolments/{traineeId}", Decide("withdraw", (c, who) => c.Withdraw(who))), "Takes somebody off; the first on the waitlist gets the place.");
        MapDecision(cohort.MapPost("/enrolments/{traineeId}/approve", Decide("approve", (c, who) => c.Approve(who))), "Accepts an application.");
        MapDecision(cohort.MapPost("/enrolments/{traineeId}/decline", Decide("decline", (c, who) => c.Decline(who))), "Refuses an application.");
        cohort.MapPost("/scores", Score)
            .WithSummary("Notes test results of people on the roster.")
            .Produces<ScoreAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static void MapDecision(RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).Produces<EnrolmentItem>().ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<IResult> List(CohortAccess access, People people, IAuditLog audit, ClaimsPrincipal user, string id)
    {
        if (await access.See(user, id) is not { } cohort) return Problem.NotFound;
        var known = await people.Of(cohort.Roster.Select(e => e.TraineeId));
        await audit.Note(user, "roster.view", id);
        return Results.Ok(new Page<EnrolmentAnswer>(
            [
                .. cohort.Roster.OrderBy(e => e.Order).Select(e => new EnrolmentAnswer(
                    e.TraineeId, known.GetValueOrDefault(e.TraineeId)?.Profile.DisplayName() ?? "", known.GetValueOrDefault(e.TraineeId)?.CurrentBadge?.ShortCode,
                    e.State, e.Order, e.Method, e.Since, e.PreScore, e.PostScore, e.HoursAttended, e.CertificateNumber)),
            ], null));
    }

    private static async Task<IResult> Enrol(
        IGrainFactory grains, CohortAccess access, People people, IAuditLog audit, IWords words, ClaimsPrincipal user, string id, EnrolBody body)
    {
        var (cohort, refusal) = await access.Change(user, id);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        var asked = body.TraineeIds ?? [];
        if (asked.Length == 0) errors.Add("traineeIds", "problem.required");
        if (asked.Length > MostAtOnce) errors.Add("traineeIds", "problem.tooManyItems", MostAtOnce);
        if (errors.Any) return Problem.Invalid(errors);
        if (!cohort!.TakesPeople()) return new Problem(StatusCodes.Status409Conflict, "cohort.over");

        var known = await people.Of(asked.OfType<string>());
        var requests = known.Values.DistinctBy(t => t.Id).ToDictionary(t => t.Id, t => new EnrolmentRequest(t.Id, t.Profile.AsOfNow()));
        var inOrder = asked.OfType<string>().Where(known.ContainsKey).Select(a => known[a].Id).Distinct().Select(traineeId => requests[traineeId]);
        var outcomes = (await grains.GetGrain<ICohortGrain>(id).Enrol([.. inOrder])).ToDictionary(o => o.TraineeId);
        await audit.Note(user, "enrolment.enrol", id, string.Join(' ', outcomes.Keys));
        return Results.Ok(asked.Select(a => known.TryGetValue(a ?? "", out var trainee)
            ? EnrolmentItem.Of(outcomes[trainee.Id], words) with { TraineeId = a! }
            : EnrolmentItem.Of(new EnrolmentOutcome(a ?? "", null, "trainee.unknown"), words)));
    }

    private static Delegate Decide(string verb, Func<ICohortGrain, string, Task<EnrolmentOutcome>> decide) =>
        async (IGrainFactory grains, CohortAccess access, IAuditLog audit, ClaimsPrincipal user, string id, string traineeId) =>
        {
            var (_, refusal) = await access.Change(user, id);
            if (refusal is not null) return (IResult)refusal;
            if (!LearningId.IsId(traineeId)) return Problem.NotFound;
            var outcome = await decide(grains.GetGrain<ICohortGrain>(id), traineeId);
            if (outcome.Refused is { } code) return Problem.Refused(OperationResult.Refused(code));
            await audit.Note(user, $"enrolment.{verb}", id, traineeId);
            return Results.Ok(new EnrolmentItem(outcome.TraineeId, outcome.State));
        };

    private static async Task<IResult> Score(
        IGrainFactory grains, CohortAccess access, IAuditLog audit, ClaimsPrincipal user, string id, ImmutableArray<ScoreBody?> body)
    {
        var (_, refusal) = await access.Change(user, id);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        if (body.IsDefaultOrEmpty) errors.Add("", "problem.required");
        else if (body.Length > 2 * MostAtOnce) errors.Add("", "problem.tooManyItems", 2 * MostAtOnce);
        if (errors.Any) return Problem.Invalid(errors);
        var scores = body.Select((score, i) => (score ?? new ScoreBody(null, null, null, null)).Read(i, errors)).ToImmutableArray();
        if (errors.Any) return Problem.Invalid(errors);
        var unknown = await grains.GetGrain<ICohortGrain>(id).Score(scores);
        await audit.Note(user, "cohort.score", id, $"{scores.Length} results");
        return Results.Ok(new ScoreAnswer(scores.Count(s => !unknown.Contains(s.TraineeId)), unknown));
    }
}
