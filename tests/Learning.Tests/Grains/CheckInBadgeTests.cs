using Learning.Contracts.Trainees;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: badges that were revoked, reissued or are out of their days.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInBadgeTests(GrainFixture fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_badge_that_the_phone_did_not_know_of_waits_for_review(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
        await silo.Grains.GetGrain<ITraineeGrain>(person).RevokeBadge(badge);
        silo.Clock.Advance(Minute);

        var result = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));

        Assert.Equal((ScanStatus.Stored, ScanEffect.Review), (result.Status, result.Effect!.Value));
        Assert.Equal(["revoked"], result.Reasons.AsEnumerable());
        var mark = (await session.MarkAsync(person))!;
        Assert.Null(mark.Mark);
        Assert.Equal(["revoked"], mark.Flags.AsEnumerable());
        Assert.Empty(await session.Attended());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_scanned_before_it_was_revoked_counts_although_it_is_sent_later(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);
        silo.Clock.Advance(Minute);
        await silo.Grains.GetGrain<ITraineeGrain>(person).RevokeBadge(badge);
        silo.Clock.Advance(Minute);

        var result = await silo.SendAsync(session, scan);

        Assert.Equal(ScanEffect.Counted, result.Effect);
        Assert.Empty(result.Reasons);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reissued_badge_counts_and_with_the_old_one_still_once(DatabaseKind kind)
    {
        var (silo, _, session, person, old) = await fixture.EnrolledAsync(kind);
        var current = await silo.BadgeAsync(person);
        silo.Clock.Advance(Minute);

        Assert.Equal(ScanEffect.Review, (await silo.SendAsync(session, session.Scan(old, silo.Clock.Now))).Effect);
        Assert.Equal(ScanEffect.Counted, (await silo.SendAsync(session, session.Scan(current, silo.Clock.Now), "phone-2")).Effect);

        // Now that the person counts, the old badge asks for nothing any more.
        var mark = (await session.MarkAsync(person))!;
        Assert.Equal((Mark.Present, 2), (mark.Mark!.Value, mark.Scans));
        Assert.Empty(mark.Flags);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_outside_its_days_waits_for_review(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan() with { Sessions = [new SessionPlan(1, new DateOnly(2027, 1, 1), 6)] });
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        var badge = await silo.BadgeAsync(person);
        silo.Clock.Now = new DateTimeOffset(2027, 1, 1, 3, 0, 0, TimeSpan.Zero);

        var result = await silo.SendAsync(silo.Session(cohort), silo.Session(cohort).Scan(badge, silo.Clock.Now));

        Assert.Equal(ScanEffect.Review, result.Effect);
        Assert.Equal(["outOfDate"], result.Reasons.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_strangers_revoked_badge_sent_again_gives_no_place_either(DatabaseKind kind)
    {
        var (silo, cohort, session, _, _) = await fixture.EnrolledAsync(kind);
        var stranger = await silo.PersonAsync("Зочин");
        var badge = await silo.BadgeAsync(stranger);
        await silo.Grains.GetGrain<ITraineeGrain>(stranger).RevokeBadge(badge);
        silo.Clock.Advance(Minute);
        var scan = session.Scan(badge, silo.Clock.Now);

        await silo.SendAsync(session, scan);
        var again = await silo.SendAsync(session, scan);

        Assert.Equal((ScanStatus.Replayed, ScanEffect.Review), (again.Status, again.Effect!.Value));
        Assert.Equal([null], await cohort.StandingAsync(stranger));
    }
}
