using System.Security.Claims;
using Learning.Domain.Badges;
using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Api.Cohorts;
using Learning.Web.Api.Requests;
using Learning.Web.Api.Trainees;
using Learning.Web.Audit;
using Learning.Web.Pages.Cohorts;
using Learning.Web.Paper.Badges;
using Learning.Web.Paper.SignIn;
using Learning.Web.Words;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Print;

/// <summary>
/// Sheets to print. They are whole documents with a stylesheet of their own, so they are endpoints and not pages inside the
/// site's document.
/// </summary>
public static class PrintPages
{
    /// <summary>Maps <c>/cohorts/{id}/badges</c> and <c>/sessions/{id}/sheet</c>.</summary>
    /// <param name="routes">Where.</param>
    public static IEndpointRouteBuilder MapPrintPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/cohorts/{id}/badges", Badges).RequireAuthorization(Policies.Staff).ExcludeFromDescription();
        routes.MapGet("/sessions/{id}/sheet", Sheet).RequireAuthorization(Policies.Staff).ExcludeFromDescription();
        return routes;
    }

    private static async Task<IResult> Badges(
        string id, CohortAccess access, People people, RegionTree regions, TimeProvider clock, IDbContextFactory<LearningReadModel> readModel, IAuditLog audit, IWords words,
        ClaimsPrincipal user)
    {
        if (await access.See(user, id) is not { } cohort) return Results.NotFound();
        var caller = Caller.Of(user);
        var known = await people.Of(cohort.Roster.Select(e => e.TraineeId));
        var organisations = await Organisations(readModel, words);
        var missing = BadgeIssuing.Missing(cohort, known, regions.Today(clock));
        var items = Roster(cohort, known, words).Where(l => l.Who?.CurrentBadge is not null && !missing.Contains(l.Who)).Select(l => new BadgeSheetItem(
            l.Name, l.ShortCode!, l.Who!.CurrentBadge!.Text, l.Who.Profile.Organisation is { } code ? organisations.GetValueOrDefault(code, code) : null)).ToList();
        var mayIssue = caller.IsAdministrator || (caller.IsTrainer && cohort.Plan.Trainers.Contains(caller.Actor, StringComparer.OrdinalIgnoreCase));
        await audit.Note(user, "badges.print", id);
        return new RazorComponentResult<BadgePrint>(new
        {
            Title = words.Pick(cohort.Plan.Course.TitleMn, cohort.Plan.Course.TitleEn),
            Items = (IReadOnlyList<BadgeSheetItem>)items,
            Missing = missing.Count,
            IssueHref = mayIssue && cohort.State != CohortState.Cancelled ? $"/cohorts/{id}/badges/issue" : null,
            BackHref = $"/cohorts/{id}",
        });
    }

    private static async Task<IResult> Sheet(
        string id, CohortAccess access, People people, RegionTree regions, AccountUsers users, SiteAddress site, IDbContextFactory<LearningReadModel> readModel, IAuditLog audit,
        IWords words, HttpContext http)
    {
        if (!SessionId.TryParse(id, out var cohortId, out var number) || await access.See(http.User, cohortId) is not { } cohort) return Results.NotFound();
        if (cohort.Plan.Sessions.FirstOrDefault(s => s.Number == number) is not { } session) return Results.NotFound();
        var plan = cohort.Plan;
        var trainers = new List<string>();
        foreach (var name in plan.Trainers) trainers.Add((await users.FindByNameAsync(name))?.DisplayName ?? name);
        var organisations = await Organisations(readModel, words);
        var rows = Roster(cohort, await people.Of(cohort.Roster.Select(e => e.TraineeId)), words).Select(l => new SignInRow(
            l.Name, l.Who?.Profile.Organisation is { } code ? organisations.GetValueOrDefault(code, code) : null, l.ShortCode)).ToList();
        var here = $"/sessions/{SessionId.ForUrl(SessionId.Of(cohortId, number))}";
        var head = new SignInHead(
            $"{plan.Course.Code} · {words.Pick(plan.Course.TitleMn, plan.Course.TitleEn)}", words["print.session", number, plan.Sessions.Length],
            CohortWords.Place(words, regions, plan.RegionCode, plan.Venue), session.Date, words.List(trainers), new Uri(site.Of(http.Request), here).ToString());
        await audit.Note(http.User, "sheet.print", SessionId.Of(cohortId, number));
        return new RazorComponentResult<SignInPrint>(new { Head = head, Rows = (IReadOnlyList<SignInRow>)rows, BackHref = here });
    }

    private static List<RosterLine> Roster(Cohort cohort, IReadOnlyDictionary<string, Domain.Trainees.Trainee> people, IWords words) =>
        RosterLine.ByName(cohort.Roster.Where(e => e.State.HoldsPlace()), people, words);

    private static async Task<Dictionary<string, string>> Organisations(IDbContextFactory<LearningReadModel> readModel, IWords words)
    {
        await using var db = await readModel.CreateDbContextAsync();
        return (await db.Organisations.ToListAsync()).ToDictionary(o => o.Code, o => words.Pick(o.NameMn, o.NameEn));
    }
}
