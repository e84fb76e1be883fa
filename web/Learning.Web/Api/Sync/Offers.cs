using System.Collections.Immutable;
using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Domain.Sync;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Sync;

/// <summary>Finds the sessions that a phone may download.</summary>
public sealed class Offers(IDbContextFactory<LearningReadModel> readModel, RegionTree regions, TimeProvider clock)
{
    private const int DaysBack = 7;
    private const int DaysAhead = 30;
    private const int Most = 200;

    /// <summary>The owner's sessions near today, in order of day.</summary>
    /// <param name="sender">Whose phone.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ImmutableArray<SessionOffer>> Of(ScanSender sender, CancellationToken cancel)
    {
        var today = regions.Today(clock);
        var (from, to) = (today.AddDays(-DaysBack), today.AddDays(DaysAhead));
        var owner = sender.UserName.ToLowerInvariant();
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var cohorts = db.Cohorts.Where(c => c.State != CohortState.Cancelled);
        if (!sender.IsAdministrator) cohorts = cohorts.Where(c => db.CohortTrainers.Any(t => t.CohortId == c.CohortId && t.UserName.ToLower() == owner));
        var found = await db.Sessions.Join(cohorts, s => s.CohortId, c => c.CohortId, (s, c) => new { s, c })
            .Where(x => x.s.HeldOn >= from && x.s.HeldOn <= to)
            .OrderBy(x => x.s.HeldOn).ThenBy(x => x.s.SessionId).Take(Most).ToListAsync(cancel);
        return [.. found.Select(x => Offer(x.s, x.c))];
    }

    private SessionOffer Offer(SessionRow session, CohortRow cohort)
    {
        var region = regions.Find(session.Region);
        return new SessionOffer(
            session.SessionId, session.Number, session.HeldOn, RegionDays.UtcOffsetMinutes((region ?? regions.Root).TimeZone, session.HeldOn), session.Minutes / 60m,
            region?.NameMn ?? "", region?.NameEn ?? "", cohort.Venue,
            cohort.TitleMn, cohort.TitleEn, cohort.State, cohort.Enrolled, session.Attended);
    }
}
