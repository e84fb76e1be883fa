using Learning.Contracts.Organisations;
using Learning.Domain.Badges;
using Learning.Web.Accounts;
using Learning.Web.Api.Trainees;
using Learning.Web.Paper.Badges;
using Learning.Web.Words;

namespace Learning.Web.Pages.Mine;

/// <summary>What a trainee's own page offers besides pages.</summary>
public static class MineEndpoints
{
    /// <summary>Maps <c>GET /mine/badge.png</c>: the badge as a picture to keep on the phone.</summary>
    /// <param name="routes">Where.</param>
    public static void MapMine(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/mine/badge.png", Picture).RequireAuthorization(Policies.Trainee).ExcludeFromDescription();

    private static async Task<IResult> Picture(HttpContext http, People people, IGrainFactory grains, IWords words)
    {
        if (await people.Find(Caller.Of(http.User).TraineeId) is not { CurrentBadge: { } badge } trainee) return Results.NotFound();
        var organisation = trainee.Profile.Organisation is { } code ? await grains.GetGrain<IOrganisationGrain>(code).Get() : null;
        var item = new BadgeSheetItem(
            trainee.Profile.DisplayName(), ShortCode.Printed(badge.ShortCode), badge.Text, organisation is null ? null : words.Pick(organisation.NameMn, organisation.NameEn));
        return Results.File(BadgeCard.RenderPng(item, words["mine.badge.advice"]), "image/png", "badge.png");
    }
}
