using System.Collections.Immutable;
using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Learning.Domain.Reach;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Api.Sync;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;

namespace Learning.Web.Api.Sessions;

/// <summary>Sessions: attendance, desk scans, corrections, headcount.</summary>
internal static class SessionApi
{
    private const int LongestId = 64;

    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        api.MapSession(HttpMethods.Get, "attendance", Attendance, call => call
            .WithSummary("Marks, counts, headcount and the scan log of a session.")
            .Produces<AttendanceAnswer>());
        api.MapSession(HttpMethods.Put, "marks", Correct, call => call
            .WithSummary("Sets a mark at the desk, or with null goes back to what the scans say.")
            .Produces<AttendanceAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest));
        api.MapSession(HttpMethods.Put, "headcount", SetHeadcount, call => call
            .WithSummary("Sets the number of people whose names were not taken; replaces what was there.")
            .Produces<ImmutableArray<HeadcountCell>>()
            .ProducesProblem(StatusCodes.Status400BadRequest));
        api.MapSession(HttpMethods.Post, "scan", Scan, call => call
            .WithSummary("Takes a badge scanned, or a short code typed, at the desk.")
            .Produces<ScanAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity));
    }

    private static async Task<IResult> Attendance(IGrainFactory grains, CohortAccess access, People people, IAuditLog audit, ClaimsPrincipal user, SessionPath session)
    {
        var cohort = await access.See(user, session.CohortId);
        if (cohort is null || await grains.GetGrain<ISessionGrain>(session.Id).Attendance() is not { } attendance) return Problem.NotFound;
        var known = await people.Of(attendance.Marks.Select(m => m.TraineeId));
        await audit.Note(user, "attendance.view", session.Id);
        return Results.Ok(AttendanceAnswer.Of(attendance, cohort, known));
    }

    private static async Task<IResult> Correct(
        IGrainFactory grains, CohortAccess access, People people, TimeProvider clock, IAuditLog audit, ClaimsPrincipal user, SessionPath session, MarkBody body)
    {
        var (planned, refusal) = await access.Change(user, session.CohortId);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        var reason = errors.Text("reason", body.Reason, 200);
        var id = errors.Text("id", body.Id, LongestId, required: false);
        if (!body.IsGiven) errors.Add("mark", "problem.required");
        if (string.IsNullOrWhiteSpace(body.TraineeId)) errors.Add("traineeId", "problem.required");
        else if (await people.Find(body.TraineeId) is null) errors.Add("traineeId", "trainee.unknown");
        if (errors.Any) return Problem.Invalid(errors);

        // A line of the roster stays what it is when its record was merged into another since.
        var traineeId = planned!.Find(body.TraineeId!)?.TraineeId ?? (await people.Find(body.TraineeId))!.Id;
        var correction = new Correction(id.Length == 0 ? LearningId.New(clock) : id, traineeId, body.Mark, reason, Caller.Of(user).Actor, clock.GetUtcNow());
        var grain = grains.GetGrain<ISessionGrain>(session.Id);
        var result = await grain.Correct([correction]);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "session.correct", session.Id, $"{traineeId} {body.Mark?.ToString() ?? "back to the scans"}");
        var attendance = (await grain.Attendance())!;
        var cohort = (await access.See(user, session.CohortId))!;
        return Results.Ok(AttendanceAnswer.Of(attendance, cohort, await people.Of(attendance.Marks.Select(m => m.TraineeId))));
    }

    private static async Task<IResult> SetHeadcount(
        IGrainFactory grains, CohortAccess access, IAuditLog audit, ClaimsPrincipal user, SessionPath session, ImmutableArray<HeadcountBody?> body)
    {
        var (_, refusal) = await access.Change(user, session.CohortId);
        if (refusal is not null) return refusal;
        var errors = new FieldErrors();
        var cells = new List<HeadcountCell>();
        foreach (var (i, cell) in (body.IsDefault ? [] : body).Index())
        {
            var band = cell?.AgeBand ?? AgeBand.NotStated;
            var sex = cell?.Sex ?? Sex.NotStated;
            if (!AgeBand.All.Contains(band)) errors.Add($"[{i}].ageBand", "problem.word", string.Join(", ", AgeBand.All));
            else if (cells.Any(c => c.Sex == sex && c.AgeBand == band)) errors.Add($"[{i}]", "problem.twice", $"{sex} {band}");
            cells.Add(new HeadcountCell(sex, band, errors.Number($"[{i}].count", cell?.Count, 0, 10_000)));
        }

        if (errors.Any) return Problem.Invalid(errors);
        var counted = cells.Where(c => c.Count > 0).ToImmutableArray();
        var result = await grains.GetGrain<ISessionGrain>(session.Id).SetHeadcount(counted, Caller.Of(user).Actor);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "session.headcount", session.Id, $"{counted.Sum(c => c.Count)} people");
        return Results.Ok(counted);
    }

    private static async Task<IResult> Scan(
        IGrainFactory grains, CohortAccess access, DeskBadge desk, People people, TimeProvider clock, IAuditLog audit, ClaimsPrincipal user, SessionPath session,
        ScanBody body, CancellationToken cancel)
    {
        var (_, refusal) = await access.Change(user, session.CohortId);
        if (refusal is not null) return refusal;
        _ = SessionId.TryParse(session.Id, out _, out var number);
        if (await grains.GetGrain<ICohortGrain>(session.CohortId).Frame(number) is not { } frame) return Problem.NotFound;
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(body.Text)) errors.Add("text", "problem.required");
        var id = errors.Text("id", body.Id, LongestId, required: false);
        if (errors.Any) return Problem.Invalid(errors);

        var now = clock.GetUtcNow();
        var bare = new Scan { ScanId = id.Length == 0 ? LearningId.New(clock) : id, SessionId = session.Id, Operator = Caller.Of(user).Actor, CapturedAt = now };
        var (scan, unreadable) = await desk.Read(bare, frame, body.Text!, cancel);
        if (unreadable is not null) return unreadable;
        var result = (await grains.GetGrain<ISessionGrain>(session.Id).Record(new ScanUpload(ScanSender.Desk, [scan!], TimeSpan.Zero, now, [])))[0];
        var who = await people.Find(result.TraineeId);
        await audit.Note(user, "session.scan", session.Id, result.TraineeId ?? "");
        return Results.Ok(new ScanAnswer(result.TraineeId, who?.Profile.DisplayName(), result));
    }
}
