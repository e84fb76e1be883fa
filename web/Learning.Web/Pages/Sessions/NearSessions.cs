using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Silo.ReadModel;
using Learning.Web.Accounts;
using Learning.Web.Kit.Forms;
using Learning.Web.Pages.Cohorts;
using Learning.Web.Words;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Pages.Sessions;

/// <summary>The sessions to which a scan may be moved: the caller's own, near its day.</summary>
internal static class NearSessions
{
    private const int Days = 7;
    private const int Most = 100;

    /// <summary>As choices of a field, in order of day.</summary>
    /// <param name="db">The read model.</param>
    /// <param name="caller">Who moves.</param>
    /// <param name="from">First day of what is to be moved.</param>
    /// <param name="to">Last day of it.</param>
    /// <param name="except">The session that it is moved from.</param>
    /// <param name="regions">For places.</param>
    /// <param name="words">The reader's language.</param>
    /// <param name="cancel">Cancels.</param>
    public static async Task<List<Option>> Of(
        LearningReadModel db, Caller caller, DateOnly from, DateOnly to, string? except, RegionTree regions, IWords words, CancellationToken cancel)
    {
        var name = caller.Actor.ToLowerInvariant();
        var (first, last) = (from.AddDays(-Days), to.AddDays(Days));
        var cohorts = db.Cohorts.Where(c => c.State != CohortState.Cancelled && c.ImportId == null);
        // A manager sees every cohort, and checks in at those alone whose trainer they are.
        if (!caller.IsAdministrator) cohorts = cohorts.Where(c => db.CohortTrainers.Any(t => t.CohortId == c.CohortId && t.UserName.ToLower() == name));
        var found = await db.Sessions.Join(cohorts, s => s.CohortId, c => c.CohortId, (s, c) => new { s, c })
            .Where(x => x.s.HeldOn >= first && x.s.HeldOn <= last && x.s.SessionId != except)
            .OrderBy(x => x.s.HeldOn).ThenBy(x => x.s.SessionId).Take(Most).Select(x => new SessionItem(x.s, x.c)).ToListAsync(cancel);
        return [.. found.Select(x => new Option(SessionId.ForUrl(x.Session.SessionId), Name(x, regions, words)))];
    }

    private static string Name(SessionItem item, RegionTree regions, IWords words) => string.Join(" · ",
        words.Date(item.Session.HeldOn), words.Pick(item.Cohort.TitleMn, item.Cohort.TitleEn), words["session.number", item.Session.Number],
        CohortWords.Place(words, regions, item.Session.Region, item.Cohort.Venue));
}
