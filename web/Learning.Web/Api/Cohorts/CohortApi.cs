using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Regions;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Cohorts;

/// <summary>Planning and running cohorts.</summary>
internal static class CohortApi
{
    public static void MapCohorts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cohorts", Plan)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Plans a cohort with one session a day.")
            .Produces<CohortAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/cohorts", List)
            .AllowAnonymous()
            .WithSummary("Cohorts by region, period, state and words; for anyone not of the staff only with state=open.")
            .Produces<Page<CohortListItem>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/cohorts/{id}", Get)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("A cohort with its sessions; a trainer's own only.")
            .Produces<CohortAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/cohorts/{id}", Replan)
            .RequireAuthorization(Policies.Administrator)
            .WithSummary("Changes venue, capacity, grants, trainers and session days of a cohort that is not over.")
            .Produces<CohortAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        MapMove(api, "open", Policies.Administrator, "Shows the cohort to the public; it takes applications.", (cohort, _) => cohort.Open());
        MapMove(api, "close", Policies.Staff, "Settles completions by the course's rule and issues certificates. Safe to repeat.", (cohort, by) => cohort.Close(by));
        MapMove(api, "cancel", Policies.Administrator, "Calls the cohort off; its marks count nowhere.", (cohort, _) => cohort.Cancel());
    }

    private static void MapMove(IEndpointRouteBuilder api, string verb, string policy, string summary, Func<ICohortGrain, string, Task<OperationResult>> move) =>
        api.MapPost($"/cohorts/{{id}}/{verb}", async (IGrainFactory grains, CohortAccess access, IAuditLog audit, ClaimsPrincipal user, string id) =>
            {
                var (_, refusal) = await access.Change(user, id);
                if (refusal is not null) return refusal;
                var cohort = grains.GetGrain<ICohortGrain>(id);
                var result = await move(cohort, Caller.Of(user).Actor);
                if (!result.IsDone) return Problem.Refused(result);
                await audit.Note(user, $"cohort.{verb}", id);
                return Results.Ok(CohortAnswer.Of((await cohort.Get())!));
            })
            .RequireAuthorization(policy)
            .WithSummary(summary)
            .Produces<CohortAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);

    private static Task<IResult> Plan(IGrainFactory grains, PlanReading reading, OnceOnly once, IAuditLog audit, HttpContext http, PlanBody body) =>
        once.Run(http, "cohort", body, async id =>
        {
            var errors = new FieldErrors();
            var plan = await reading.New(body, errors);
            if (errors.Any) return Problem.Invalid(errors);
            var cohort = grains.GetGrain<ICohortGrain>(id);
            var result = await cohort.Plan(plan);
            if (!result.IsDone) return Problem.Refused(result);
            await audit.Note(http.User, "cohort.plan", id);
            return new CreatedAnswer(CohortAnswer.Of((await cohort.Get())!), $"/api/cohorts/{id}");
        });

    private static async Task<IResult> List(
        IDbContextFactory<LearningReadModel> readModel, RegionTree regions, ClaimsPrincipal user, [AsParameters] CohortListQuery query, CancellationToken cancel)
    {
        var caller = Caller.Of(user);
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var cohorts = db.Cohorts.AsQueryable();
        if (caller.IsAdministrator || caller.IsManager) return await query.Run(cohorts, regions, cancel);
        if (caller.IsTrainer)
        {
            // As the sign-in knows them: user names are the same whatever their case.
            var name = caller.Actor.ToLowerInvariant();
            return await query.Run(cohorts.Where(c => db.CohortTrainers.Any(t => t.CohortId == c.CohortId && t.UserName.ToLower() == name)), regions, cancel);
        }

        if (query.State == "open") return await query.Run(cohorts.Where(c => c.State == CohortState.Open), regions, cancel);
        return user.Identity?.IsAuthenticated == true ? Problem.Forbidden : Problem.Unauthorized;
    }

    private static async Task<IResult> Get(CohortAccess access, ClaimsPrincipal user, string id) =>
        await access.See(user, id) is { } cohort ? Results.Ok(CohortAnswer.Of(cohort)) : Problem.NotFound;

    private static async Task<IResult> Replan(
        IGrainFactory grains, CohortAccess access, PlanReading reading, IAuditLog audit, ClaimsPrincipal user, string id, PlanBody body)
    {
        var (before, refusal) = await access.Change(user, id);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        var plan = reading.Changed(before!.Plan, body, errors);
        if (errors.Any) return Problem.Invalid(errors);
        var cohort = grains.GetGrain<ICohortGrain>(id);
        var result = await cohort.Replan(plan);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "cohort.replan", id);
        return Results.Ok(CohortAnswer.Of((await cohort.Get())!));
    }
}
