using Learning.Domain.Cohorts;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Reach.Missing;

/// <summary>Looks up what a figure does not have yet, for its region, period, course and funder.</summary>
public sealed class MissingReading(IDbContextFactory<LearningReadModel> readModel, RegionTree regions, TimeProvider clock)
{
    /// <summary>Most things of a kind that are named.</summary>
    public const int Most = 50;

    /// <summary>What is missing.</summary>
    /// <param name="query">The figure. Filters on people are not looked at: of people who are not marked nobody knows what they are.</param>
    public async Task<MissingView> Of(ReachQuery query)
    {
        await using var db = await readModel.CreateDbContextAsync();
        var today = regions.Today(clock);
        var cohorts = Cohorts(db, query);
        var sessions = await (
            from session in db.Sessions
            join cohort in cohorts on session.CohortId equals cohort.CohortId
            where session.Marked == 0 && session.Headcount == 0 && session.HeldOn < today
                && (query.From == null || session.HeldOn >= query.From) && (query.To == null || session.HeldOn <= query.To)
            orderby session.HeldOn descending, session.SessionId
            select new MissingSession(session.SessionId, session.CohortId, cohort.TitleMn, cohort.TitleEn, session.Region, session.HeldOn)).ToListAsync();
        var open = cohorts
            .Where(c => c.State != CohortState.Closed && c.EndDate < today && (query.From == null || c.EndDate >= query.From) && (query.To == null || c.StartDate <= query.To))
            .OrderByDescending(c => c.EndDate).ThenBy(c => c.CohortId);
        return new MissingView(
            query.Region, clock.GetUtcNow(), new(sessions.Count, [.. sessions.Take(Most)]), await Devices(db, query, cohorts, sessions),
            new(await open.CountAsync(), await open.Take(Most).Select(c => new MissingClosing(c.CohortId, c.TitleMn, c.TitleEn, c.Region, c.EndDate, c.State)).ToListAsync()));
    }

    /// <summary>
    /// The cohorts whose facts the figure may hold. By home region, those with somebody from there on the roster: a mark may be
    /// missing wherever they trained.
    /// </summary>
    private IQueryable<CohortRow> Cohorts(LearningReadModel db, ReachQuery query)
    {
        var cohorts = db.Cohorts.Where(c => c.State != CohortState.Cancelled
            && (query.Course == null || c.CourseCode == query.Course)
            && (query.Funder == null || db.CohortGrants.Any(g => g.CohortId == c.CohortId && g.Funder == query.Funder)));
        if (query.Region == regions.Root.Code) return cohorts;
        var within = regions.All.Where(r => regions.IsWithin(r.Code, query.Region)).Select(r => r.Code).ToList();
        return query.RegionKind == RegionKind.Training
            ? cohorts.Where(c => within.Contains(c.Region))
            : cohorts.Where(c => db.Enrolments.Any(e => e.CohortId == c.CohortId && e.HomeRegion != null && within.Contains(e.HomeRegion)));
    }

    /// <summary>The phones of the trainers of these cohorts; for everything there is, all phones.</summary>
    private async Task<MissingList<MissingDevice>> Devices(LearningReadModel db, ReachQuery query, IQueryable<CohortRow> cohorts, List<MissingSession> sessions)
    {
        var inPeriod = cohorts.Where(c => (query.From == null || c.EndDate >= query.From) && (query.To == null || c.StartDate <= query.To));
        var trainers = (await db.CohortTrainers.Where(t => inPeriod.Any(c => c.CohortId == t.CohortId)).ToListAsync()).ToLookup(t => t.CohortId, t => t.UserName);
        var everything = query.Region == regions.Root.Code && query.From is null && query.To is null && query.Course is null && query.Funder is null;
        var concerned = trainers.SelectMany(t => t).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // A session's day is over everywhere in the country a day after it began in the east.
        var unmarked = sessions.SelectMany(s => trainers[s.CohortId].Select(name => (name, s.Date)))
            .GroupBy(s => s.name, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.Max(s => s.Date).AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), StringComparer.OrdinalIgnoreCase);
        // Of thousands of phones only those of which there may be something to say.
        var silent = unmarked.Keys.Select(name => name.ToLowerInvariant()).ToList();
        var devices = await db.Devices.Where(d => d.RevokedAt == null && (d.Missing != "" || d.Quarantined > 0 || silent.Contains(d.Owner.ToLower()))).ToListAsync();
        var missing = devices
            .Where(d => everything || concerned.Contains(d.Owner))
            .Select(d => new MissingDevice(
                d.DeviceId, d.Name, d.Owner, d.Missing, d.Quarantined,
                unmarked.TryGetValue(d.Owner, out var over) && (d.LastContact is null || d.LastContact < over), d.LastContact))
            .Where(d => d.Missing.Length > 0 || d.Quarantined > 0 || d.Silent)
            .OrderBy(d => d.LastContact ?? DateTimeOffset.MinValue).ThenBy(d => d.DeviceId, StringComparer.Ordinal)
            .ToList();
        return new(missing.Count, [.. missing.Take(Most)]);
    }
}
