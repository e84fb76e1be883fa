using System.Security.Claims;
using System.Text;
using Learning.Contracts.Badges;
using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Trainees;
using Learning.Web.Accounts;
using Learning.Web.Api.Problems;
using Learning.Web.Api.Requests;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;
using Learning.Web.Paper.Qr;

namespace Learning.Web.Api.Badges;

/// <summary>Issuing badges, and their pictures.</summary>
internal static class BadgeApi
{
    public static void MapBadges(this IEndpointRouteBuilder api)
    {
        api.MapPost("/trainees/{id}/badge", Issue)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Issues a badge, good for three years; the one in force until now is revoked.")
            .Produces<BadgeAnswer>(StatusCodes.Status201Created)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
        api.MapPost("/badges/{badgeId}/revoke", Revoke)
            .RequireAuthorization(Policies.Staff)
            .WithSummary("Revokes a badge, for one that was lost.")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
        MapPicture(api, "svg", "image/svg+xml", symbol => Encoding.UTF8.GetBytes(symbol.ToSvg("QR")));
        MapPicture(api, "png", "image/png", symbol => symbol.ToPng());
    }

    private static void MapPicture(IEndpointRouteBuilder api, string ending, string type, Func<QrSymbol, byte[]> draw) =>
        api.MapGet($"/badges/{{badgeId}}.{ending}", async (IGrainFactory grains, PersonAccess access, ClaimsPrincipal user, string badgeId, CancellationToken cancel) =>
                await Find(grains, access, user, badgeId, cancel) is { } found ? Results.Bytes(draw(QrSymbol.Of(found.Badge.Text)), type) : Problem.NotFound)
            .RequireAuthorization(Policies.OwnOrStaff)
            .WithSummary($"The badge's QR code as {ending.ToUpperInvariant()}, as it was issued.")
            .Produces<byte[]>(StatusCodes.Status200OK, type)
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> Issue(
        IGrainFactory grains, PersonAccess access, BadgeKeys keys, SiteAddress site, TimeProvider clock, OnceOnly once, IAuditLog audit, HttpContext http,
        string id, CancellationToken cancel)
    {
        var (trainee, refusal) = await access.Change(http.User, id, cancel);
        if (refusal is not null) return refusal;
        return await once.Run(http, "badge", trainee!.Id, async requestId =>
        {
            var badgeId = keys.IdOf(requestId);
            var grain = grains.GetGrain<ITraineeGrain>(trainee.Id);
            if (trainee.Badges.All(b => b.Id != badgeId))
            {
                var result = await grain.IssueBadge(Make(badgeId));
                if (!result.IsDone) return Problem.Refused(result);
                await audit.Note(http.User, "badge.issue", trainee.Id, badgeId);
            }

            // Of two calls at once only one signature is kept, and both answer that one.
            var issued = (await grain.Get())!.Badges.First(b => b.Id == badgeId);
            return new CreatedAnswer(BadgeAnswer.Of(issued), $"/api/badges/{badgeId}.svg", IsSecret: true);
        });

        Badge Make(string badgeId)
        {
            var (payload, code) = keys.Sign(badgeId);
            return new Badge(badgeId, BadgeText.Url(site.Of(http.Request), code), ShortCode.Of(badgeId), payload.NotBefore, payload.NotAfter, clock.GetUtcNow());
        }
    }

    private static async Task<IResult> Revoke(
        IGrainFactory grains, PersonAccess access, IAuditLog audit, ClaimsPrincipal user, string badgeId, CancellationToken cancel)
    {
        if (await Find(grains, access, user, badgeId, cancel) is not { } found) return Problem.NotFound;
        var (_, refusal) = await access.Change(user, found.Trainee.Id, cancel);
        if (refusal is not null) return refusal;
        var result = await grains.GetGrain<ITraineeGrain>(found.Trainee.Id).RevokeBadge(badgeId);
        if (!result.IsDone) return Problem.Refused(result);
        await audit.Note(user, "badge.revoke", found.Trainee.Id, badgeId);
        return Results.NoContent();
    }

    private static async Task<(Trainee Trainee, Badge Badge)?> Find(
        IGrainFactory grains, PersonAccess access, ClaimsPrincipal user, string badgeId, CancellationToken cancel)
    {
        if (!BadgeId.IsValid(badgeId) || await grains.GetGrain<IBadgeGrain>(badgeId).Get() is not { } holder) return null;
        if (await access.See(user, holder.TraineeId, cancel) is not { } trainee) return null;
        return trainee.Badges.FirstOrDefault(b => b.Id == badgeId) is { } badge ? (trainee, badge) : null;
    }
}
