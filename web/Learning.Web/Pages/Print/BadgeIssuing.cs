using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;
using Learning.Web.Api.Badges;
using Learning.Web.Api.Requests;
using Learning.Web.Audit;

namespace Learning.Web.Pages.Print;

/// <summary>Badges for everybody on a roster who has none that is good.</summary>
internal static class BadgeIssuing
{
    /// <summary>Those who hold a place and have no badge in force, or one that has run out.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="people">Those on its roster, by id.</param>
    /// <param name="today">The present day.</param>
    public static List<Trainee> Missing(Cohort cohort, IReadOnlyDictionary<string, Trainee> people, DateOnly today) =>
    [
        .. cohort.Roster.Where(e => e.State.HoldsPlace()).Select(e => people.GetValueOrDefault(e.TraineeId)).OfType<Trainee>().DistinctBy(t => t.Id)
            .Where(t => t.CurrentBadge is not { } badge || badge.NotAfter < today),
    ];

    /// <summary>Issues them. Each is named by the person and how many badges they had, so that doing it twice at once makes one.</summary>
    /// <param name="missing">Whom.</param>
    /// <param name="http">The request.</param>
    /// <param name="services">Grains, keys, the site's address, clock, audit.</param>
    public static async Task Issue(IEnumerable<Trainee> missing, HttpContext http, IServiceProvider services)
    {
        var (grains, keys) = (services.GetRequiredService<IGrainFactory>(), services.GetRequiredService<BadgeKeys>());
        var (site, clock) = (services.GetRequiredService<SiteAddress>().Of(http.Request), services.GetRequiredService<TimeProvider>());
        var audit = services.GetRequiredService<IAuditLog>();
        foreach (var trainee in missing)
        {
            var id = keys.IdOf($"cohort-badges/{trainee.Id}/{trainee.Badges.Length}");
            var (payload, code) = keys.Sign(id);
            var badge = new Badge(id, BadgeText.Url(site, code), ShortCode.Of(id), payload.NotBefore, payload.NotAfter, clock.GetUtcNow());
            var result = await grains.GetGrain<ITraineeGrain>(trainee.Id).IssueBadge(badge);
            if (result.IsDone) await audit.Note(http.User, "badge.issue", trainee.Id, id);
        }
    }
}
