using System.Security.Claims;
using Learning.Contracts.Devices;
using Learning.Domain.Devices;
using Learning.Domain.Ids;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Devices;

/// <summary>Trainers' phones: enrolling, listing with gaps, revoking.</summary>
internal static class DeviceApi
{
    public static void MapDevices(this IEndpointRouteBuilder api)
    {
        var devices = api.MapGroup("/devices").RequireAuthorization(Policies.Staff);
        devices.MapPost("", Enrol)
            .RequireAuthorization(ApiPolicies.Desk)
            .WithSummary("Enrols a phone, or renews its grant. The grant is told this once and is good for 90 days.")
            .Produces<GrantAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        devices.MapGet("", List)
            .WithSummary("Phones with their last contact and the numbers of scans that are missing; a trainer's own only.")
            .Produces<Page<DeviceAnswer>>();
        devices.MapGet("/{id}", Get)
            .WithSummary("A phone with the items it sent that could not be taken.")
            .Produces<DeviceDetail>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        devices.MapPost("/{id}/export-file", TakeFile)
            .RequireAuthorization(ApiPolicies.Desk)
            .WithMetadata(new BodyLimit(ExportFile.Bytes))
            .WithSummary("Takes in the file of unsent scans that a phone exported, by the same rules as an upload. For its owner and administrators. Safe to repeat.")
            .Accepts<object>("application/json")
            .Produces<ExportAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        devices.MapDelete("/{id}", Revoke)
            .WithSummary("Revokes a phone's grant. Scans already on it still drain, into review.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> Enrol(
        IGrainFactory grains, SyncGrants grants, TimeProvider clock, OnceOnly once, IAuditLog audit, HttpContext http, DeviceBody body) =>
        once.Run(http, "device", body, async requestId =>
        {
            var caller = Caller.Of(http.User);
            var errors = new FieldErrors();
            var name = errors.Text("name", body.Name, 60);
            if (errors.Any) return Problem.Invalid(errors);

            var id = body.DeviceId ?? requestId;
            if (!LearningId.IsId(id)) return Problem.NotFound;
            var grain = grains.GetGrain<IDeviceGrain>(id);
            var device = await grain.Get();
            if (body.DeviceId is not null && device?.Owner != caller.Actor) return Problem.NotFound;
            if (device?.RevokedAt is not null) return new Problem(StatusCodes.Status409Conflict, "device.revoked");

            var grant = grants.Of(requestId);
            if (device?.GrantHash != SyncGrants.Digest(grant))
            {
                device = await grain.Enrol(name, caller.Actor, SyncGrants.Digest(grant), clock.GetUtcNow() + SyncGrants.Lifetime);
                await audit.Note(http.User, "device.enrol", id);
            }

            return new CreatedAnswer(new GrantAnswer(id, grant, device!.ExpiresAt, device.Name), $"/api/devices/{id}", IsSecret: true);
        });

    private static async Task<IResult> List(
        IDbContextFactory<LearningReadModel> readModel, ClaimsPrincipal user, string? limit, string? after, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var most = errors.Limit(limit);
        if (errors.Any) return Problem.Invalid(errors);
        var caller = Caller.Of(user);
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var rows = await db.Devices
            .Where(d => (caller.IsAdministrator || caller.IsManager || d.Owner == caller.Actor) && (after == null || d.DeviceId.CompareTo(after) > 0))
            .OrderBy(d => d.DeviceId).Take(most + 1).ToListAsync(cancel);
        return Results.Ok(Page<DeviceAnswer>.Of([.. rows.Select(DeviceAnswer.Of)], most, d => d.DeviceId));
    }

    private static async Task<IResult> Get(IGrainFactory grains, DeviceNumbers numbers, IAuditLog audit, ClaimsPrincipal user, string id)
    {
        if (await Visible(grains, user, id) is not { } device) return Problem.NotFound;
        if (device.Quarantine.Length > 0) await audit.Note(user, "device.quarantine.view", id);
        return Results.Ok(DeviceDetail.Of(device, await numbers.Of(id)));
    }

    private static async Task<IResult> TakeFile(ExportFiles files, HttpContext http, string id)
    {
        var (answer, refusal) = await files.Take(http.User, http.Request.Body, id, http.RequestAborted);
        return refusal ?? Results.Ok(answer);
    }

    private static async Task<IResult> Revoke(IGrainFactory grains, IAuditLog audit, ClaimsPrincipal user, string id)
    {
        if (await Visible(grains, user, id) is not { } device) return Problem.NotFound;
        var caller = Caller.Of(user);
        if (!caller.IsAdministrator && device.Owner != caller.Actor) return Problem.Forbidden;
        await grains.GetGrain<IDeviceGrain>(id).Revoke();
        await audit.Note(user, "device.revoke", id);
        return Results.NoContent();
    }

    private static async Task<Device?> Visible(IGrainFactory grains, ClaimsPrincipal user, string id)
    {
        var caller = Caller.Of(user);
        var device = LearningId.IsId(id) ? await grains.GetGrain<IDeviceGrain>(id).Get() : null;
        return device is not null && (caller.IsAdministrator || caller.IsManager || device.Owner == caller.Actor) ? device : null;
    }
}
