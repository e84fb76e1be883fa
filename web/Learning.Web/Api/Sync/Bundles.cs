using System.Collections.Immutable;
using System.Globalization;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Contracts.Trainees;
using Learning.Domain.Cohorts;
using Learning.Domain.Regions;
using Learning.Domain.Sessions;
using Learning.Domain.Sync;
using Learning.Domain.Trainees;
using Learning.Silo.ReadModel;
using Learning.Web.Api.Badges;
using Learning.Web.Api.Trainees;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Sync;

/// <summary>Makes what a phone downloads.</summary>
public sealed class Bundles(
    IGrainFactory grains, People people, BadgeKeys keys, IDbContextFactory<LearningReadModel> readModel, RegionTree regions,
    SelfCheckInKeys selfCheckIn, TimeProvider clock)
{
    // A phone can't sort Ө and Ү: .NET in a browser knows no culture.
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("mn-MN"), ignoreCase: true);

    /// <summary>The bundle of some sessions.</summary>
    /// <param name="sessionIds">Sessions that are there and that the caller may check in at.</param>
    /// <param name="since">Only badges revoked from then on; <see langword="null"/> for all.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<BundleAnswer> Of(IEnumerable<string> sessionIds, DateTimeOffset? since, CancellationToken cancel)
    {
        // The clock is read first: what is revoked while this is gathered comes with the next bundle, too.
        var now = clock.GetUtcNow();
        var sessions = new List<BundleSession>();
        foreach (var id in sessionIds) sessions.Add(await Session(id));
        return new BundleAnswer([.. sessions], keys.Set(), await Revoked(sessions, since, cancel), now);
    }

    private async Task<BundleSession> Session(string sessionId)
    {
        _ = SessionId.TryParse(sessionId, out var cohortId, out var number);
        var cohort = (await grains.GetGrain<ICohortGrain>(cohortId).Get())!;
        var plan = cohort.Plan.Sessions.First(s => s.Number == number);
        var attendance = await grains.GetGrain<ISessionGrain>(sessionId).Attendance();
        var marks = attendance?.Marks.ToDictionary(m => m.TraineeId) ?? [];
        var roster = cohort.Roster.Where(e => e.State != EnrolmentState.Declined).ToList();
        var known = await people.Of(roster.Select(e => e.TraineeId));
        // A badge of any record of a person is theirs.
        var badges = new Dictionary<string, ImmutableArray<Badge>>(StringComparer.Ordinal);
        foreach (var person in known.Values.DistinctBy(p => p.Id)) badges[person.Id] = [.. (await grains.Records(person)).SelectMany(r => r.Badges)];
        var region = regions.Find(cohort.Plan.RegionCode);
        return new BundleSession(
            sessionId, cohortId, number, plan.Date, plan.Hours, cohort.Plan.TimeZone, RegionDays.UtcOffsetMinutes(cohort.Plan.TimeZone, plan.Date),
            cohort.Plan.RegionCode, region?.NameMn ?? "", region?.NameEn ?? "", cohort.Plan.Venue, cohort.Plan.Course.TitleMn, cohort.Plan.Course.TitleEn,
            cohort.State, selfCheckIn.Of(sessionId), $"{cohort.RosterVersion}",
            [
                .. roster.Where(e => known.ContainsKey(e.TraineeId)).Select(e => Person(e, known[e.TraineeId], badges[known[e.TraineeId].Id], marks.GetValueOrDefault(e.TraineeId)))
                    .OrderBy(p => p.Name, ByName),
            ]);
    }

    private static BundlePerson Person(Enrolment enrolment, Trainee trainee, ImmutableArray<Badge> badges, SessionMark? mark) => new(
        enrolment.TraineeId, trainee.Profile.DisplayName(), trainee.CurrentBadge?.ShortCode,
        [.. badges.Where(b => b.RevokedAt is null).Reverse().Select(b => b.Id)],
        [.. badges.Where(b => b.RevokedAt is not null).Select(b => b.Id)],
        enrolment.State, mark?.Mark, mark?.At, mark?.Flags ?? []);

    private async Task<ImmutableArray<string>> Revoked(List<BundleSession> sessions, DateTimeOffset? since, CancellationToken cancel)
    {
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var today = regions.Today(clock);
        var revoked = db.Badges.Where(b => b.RevokedAt != null && b.NotAfter >= today);
        if (since is { } from) revoked = revoked.Where(b => b.RevokedAt >= from);
        var all = await revoked.Select(b => b.BadgeId).ToListAsync(cancel);
        // Those of the roster come from the people themselves, who know at once.
        return [.. sessions.SelectMany(s => s.People).SelectMany(p => p.RevokedBadgeIds).Union(all).Order(StringComparer.Ordinal)];
    }
}
