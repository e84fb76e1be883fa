using System.Collections.Immutable;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Devices;
using Learning.Domain.Checkin;
using Learning.Domain.Devices;
using Learning.Domain.Sessions;
using Learning.Domain.Sync;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Problems;
using Learning.Web.Audit;

namespace Learning.Web.Api.Sync;

/// <summary>What phones send and fetch (checkin-protocol.md).</summary>
internal static class SyncApi
{
    private const int MostItems = 200;
    private const int MostSessions = 40;

    public static void MapSync(this IEndpointRouteBuilder api)
    {
        api.MapPost("/sync/scans", Upload)
            .RequireAuthorization(ApiPolicies.Sync)
            .WithSummary("Takes scans in, by the rules of the check-in protocol; one result an item. Safe to repeat.")
            .Accepts<UploadBody>("application/json")
            .Produces<UploadAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        api.MapGet("/sync/sessions", Sessions)
            .RequireAuthorization(ApiPolicies.Sync)
            .WithSummary("The sessions that a phone may download: its owner's, near today.")
            .Produces<OffersAnswer>()
            .ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/sync/bundle", Bundle)
            .RequireAuthorization(ApiPolicies.Sync)
            .WithSummary("Rosters of own sessions (comma-separated ids), the key set and revoked badges, for checking in without a signal.")
            .Produces<BundleAnswer>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Upload(ScanSenders senders, ScanIntake intake, UploadNotes notes, TimeProvider clock, HttpContext http)
    {
        JsonDocument body;
        try
        {
            body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        }
        catch (JsonException e)
        {
            return UnreadableJson.Problem(e);
        }

        using (body)
        {
            if (body.RootElement.ValueKind != JsonValueKind.Object || !body.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
                return Problem.Invalid("items", "problem.required");
            if (items.GetArrayLength() > MostItems) return new Problem(StatusCodes.Status413PayloadTooLarge, "problem.tooManyItems", MostItems);
            if (await senders.Of(http.User, ReceivedItem.TextOf(body.RootElement, "deviceId")) is not { } sender) return Problem.Forbidden;

            // A device clock that can't be read is a wrong clock, and no reason to refuse a scan.
            DateTimeOffset? deviceNow = DateTimeOffset.TryParse(ReceivedItem.TextOf(body.RootElement, "deviceNow"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
            // Noted while the scans are stored; both are durable before the answer.
            var noted = notes.Note(http.User, sender.DeviceId, items.EnumerateArray().Select(item => ReceivedItem.TextOf(item, "sessionId")));
            var taken = intake.Take(sender, [.. items.EnumerateArray()], deviceNow);
            await Task.WhenAll(noted, taken);
            var results = await taken;
            return Results.Ok(new UploadAnswer(results, clock.GetUtcNow()));
        }
    }

    private static async Task<IResult> Sessions(
        IGrainFactory grains, ScanSenders senders, Offers offers, TimeProvider clock, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (await senders.Of(user, null) is not { } sender) return Problem.Forbidden;
        if (sender.Flags.Contains(ReviewReason.Device)) return new Problem(StatusCodes.Status403Forbidden, "device.notGood");
        var expires = Caller.Of(user).DeviceId is { } id ? (await grains.GetGrain<IDeviceGrain>(id).Get())!.ExpiresAt : DateTimeOffset.MaxValue;
        return Results.Ok(new OffersAnswer(await offers.Of(sender, cancel), expires, clock.GetUtcNow()));
    }

    private static async Task<IResult> Bundle(
        IGrainFactory grains, ScanSenders senders, CohortAccess access, Bundles bundles, IAuditLog audit, TimeProvider clock, ClaimsPrincipal user,
        string? sessions, string? since, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var ids = (sessions ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (ids.Length == 0) errors.Add("sessions", "problem.required");
        if (ids.Length > MostSessions) errors.Add("sessions", "problem.tooManyItems", MostSessions);
        DateTimeOffset from = default;
        if (!string.IsNullOrEmpty(since) && !DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out from)) errors.Add("since", "problem.date");
        if (errors.Any) return Problem.Invalid(errors);

        if (await senders.Of(user, null) is not { } sender) return Problem.Forbidden;
        // A phone that was revoked, or whose grant ran out, gets no more names, and the app takes this for the order to wipe.
        if (sender.Flags.Contains(ReviewReason.Device)) return new Problem(StatusCodes.Status403Forbidden, "device.notGood");
        var own = new List<string>();
        foreach (var id in ids)
        {
            if (!SessionId.TryParse(id, out var cohortId, out var number)) return Problem.NotFound;
            var sessionId = SessionId.Of(cohortId, number);
            if (await grains.GetGrain<ICohortGrain>(cohortId).Frame(number) is null || !await access.MayCheckIn(sender.UserName, sender.IsAdministrator, sessionId)) return Problem.NotFound;
            if (!own.Contains(sessionId)) own.Add(sessionId);
        }

        var bundle = await bundles.Of(own, string.IsNullOrEmpty(since) ? null : from, cancel);
        if (Caller.Of(user).DeviceId is { } deviceId)
        {
            var device = grains.GetGrain<IDeviceGrain>(deviceId);
            var offset = (await device.Get())!.ClockOffset;
            await device.Contact(new DeviceContact(clock.GetUtcNow(), offset, []));
        }

        await audit.Note(user, "sync.download", sender.DeviceId, string.Join(' ', own));
        return Results.Ok(bundle);
    }
}
