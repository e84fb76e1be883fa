using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Learning.Contracts.Trainees;
using Learning.Domain.Regions;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Trainees;

/// <summary>People: registering, finding, reading, correcting, PIN.</summary>
internal static class TraineeApi
{
    public static void MapTrainees(this IEndpointRouteBuilder api)
    {
        api.MapPost("/trainees", Register)
            .RequireAuthorization(ApiPolicies.Desk)
            .WithSummary("Registers somebody, or finds them by strong evidence: the same register number, or the same phone and given name.")
            .Produces<RegisteredAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/trainees", Search)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Finds people by name in Cyrillic or Latin, phone or short code; a trainer among the trainer's own people.")
            .Produces<Page<TraineeListItem>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/trainees/{id}", Get)
            .RequireAuthorization(Policies.OwnOrStaff)
            .WithSummary("What is known of a person: for staff who may see them, and for themselves.")
            .Produces<TraineeAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPut("/trainees/{id}", Correct)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Corrects a person's profile. Facts of past enrolments stay as they were.")
            .Produces<TraineeAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/trainees/{id}/pin", SetPin)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Sets a new PIN for the person's own page; it is told this once.")
            .Produces<PinAnswer>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Register(
        IGrainFactory grains, RegionTree regions, TimeProvider clock, OnceOnly once, IAuditLog audit, HttpContext http, TraineeBody body) =>
        once.Run(http, "trainee", body, async id =>
        {
            var errors = new FieldErrors();
            var registration = await body.Read(id, Caller.Of(http.User).Actor, grains, regions, clock, errors);
            if (errors.Any) return Problem.Invalid(errors);
            var answer = await grains.GetGrain<IRegistrationGrain>(0).Register(registration);
            await audit.Note(http.User, "trainee.register", answer.TraineeId, answer.Matched ? "matched" : "new");
            return new CreatedAnswer(
                new RegisteredAnswer(answer.TraineeId, answer.Matched ? MatchKind.Automatic : MatchKind.None, answer.Candidates), $"/api/trainees/{answer.TraineeId}");
        });

    private static async Task<IResult> Search(
        IDbContextFactory<LearningReadModel> readModel, IAuditLog audit, ClaimsPrincipal user, string? q, string? limit, string? after, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var most = errors.Limit(limit);
        var last = 0L;
        if (!string.IsNullOrEmpty(after) && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out last)) errors.Add("after", "problem.after");
        errors.Text("q", q, 200, required: false);
        if (errors.Any) return Problem.Invalid(errors);

        await using var db = await readModel.CreateDbContextAsync(cancel);
        var rows = await PersonSearch.Run(db, PersonAccess.Visible(db, Caller.Of(user)), q, last, most + 1, cancel);
        // What was typed is somebody's name or phone, and stays out of the log.
        await audit.Note(user, "trainee.search", "people", $"{Math.Min(rows.Count, most)} found");
        var page = Page<PersonRow>.Of(rows, most, row => row.Number.ToString(CultureInfo.InvariantCulture));
        return Results.Ok(new Page<TraineeListItem>([.. page.Items.Select(TraineeListItem.Of)], page.Next));
    }

    private static async Task<IResult> Get(
        PersonAccess access, IGrainFactory grains, IDbContextFactory<LearningReadModel> readModel, IAuditLog audit, ClaimsPrincipal user, string id, CancellationToken cancel)
    {
        if (await access.See(user, id, cancel) is not { } trainee) return Problem.NotFound;
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var caller = Caller.Of(user);
        var trainings = await Trainings.Of(db, trainee.Id, caller, cancel);
        await audit.Note(user, "trainee.view", trainee.Id);
        return Results.Ok(TraineeAnswer.Of(await grains.Records(trainee), trainings, caller.IsAdministrator));
    }

    private static async Task<IResult> Correct(
        PersonAccess access, IGrainFactory grains, RegionTree regions, TimeProvider clock, People people, IAuditLog audit, ClaimsPrincipal user, string id,
        TraineeBody body, CancellationToken cancel)
    {
        var (trainee, refusal) = await access.Change(user, id, cancel);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        var said = await body.Read(trainee!.Id, Caller.Of(user).Actor, grains, regions, clock, errors);
        if (errors.Any) return Problem.Invalid(errors);
        var result = await grains.GetGrain<IRegistrationGrain>(0).Correct(said);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "trainee.correct", trainee.Id);
        return Results.Ok(TraineeAnswer.Of(await grains.Records((await people.Find(trainee.Id))!), []));
    }

    private static async Task<IResult> SetPin(
        PersonAccess access, IGrainFactory grains, IAuditLog audit, ClaimsPrincipal user, string id, CancellationToken cancel)
    {
        var (trainee, refusal) = await access.Change(user, id, cancel);
        if (refusal is not null) return refusal;
        var pin = RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var result = await grains.GetGrain<ITraineeGrain>(trainee!.Id).SetPin(pin);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "trainee.pin", trainee.Id);
        return Results.Ok(new PinAnswer(pin));
    }
}
