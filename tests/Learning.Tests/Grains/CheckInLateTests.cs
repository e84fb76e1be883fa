using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: what comes late, from a moved session's day, or from a phone that was revoked.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInLateTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_closed_session_stores_what_comes_late_for_review(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        var early = await silo.PersonAsync("Эрт");
        await cohort.EnrolAsync(early);
        await silo.AttendAsync(session, early);
        await cohort.Close("admin");

        var result = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));

        Assert.Equal((ScanStatus.Stored, ScanEffect.Review), Told(result));
        Assert.Equal(["late"], result.Reasons.AsEnumerable());
        Assert.Equal([early], (await session.Attended()).AsEnumerable());
        Assert.Equal(["late"], (await session.MarkAsync(person))!.Flags.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_stranger_is_not_put_on_the_roster_of_a_closed_cohort(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));
        await cohort.Close("admin");
        var stranger = await silo.PersonAsync("Зочин");

        var result = await silo.SendAsync(session, session.Tick(stranger, silo.Clock.Now));

        Assert.Equal(["late", "walkIn"], result.Reasons.AsEnumerable());
        Assert.Equal([null], await cohort.StandingAsync(stranger));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_void_takes_nothing_away_that_counts_until_somebody_looked(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);
        await silo.SendAsync(session, scan);
        await cohort.Close("admin");

        var result = await silo.SendAsync(session, scan.Undo(silo.Clock.Now));

        // The completions were settled with this mark: it does not go away behind the settlement's back.
        Assert.Equal((ScanStatus.Stored, ScanEffect.Review), Told(result));
        var mark = (await session.MarkAsync(person))!;
        Assert.Equal(Mark.Present, mark.Mark);
        Assert.Equal(["late"], mark.Flags.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_scan_and_its_void_that_both_come_late_ask_for_nothing(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        var other = await silo.PersonAsync("Эрт");
        await cohort.EnrolAsync(other);
        await silo.AttendAsync(session, other);
        await cohort.Close("admin");
        var scan = session.Scan(badge, silo.Clock.Now);

        await silo.SendAsync(session, scan);
        await silo.SendAsync(session, scan.Undo(silo.Clock.Now));

        Assert.Null(await session.MarkAsync(person));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_revoked_phone_sends_waits_for_review_its_voids_too(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        var other = await silo.PersonAsync("Үүр");
        await cohort.EnrolAsync(other);
        var scan = session.Scan(badge, silo.Clock.Now);
        await silo.SendAsync(session, scan);

        Assert.Equal(ScanEffect.Review, (await silo.SendAsync(session, session.Tick(other, silo.Clock.Now), "lost", flags: ["device"])).Effect);
        Assert.Equal(ScanEffect.Review, (await silo.SendAsync(session, scan.Undo(silo.Clock.Now), "lost", flags: ["device"])).Effect);

        Assert.Equal([person], (await session.Attended()).AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_read_on_the_day_from_which_the_session_was_moved_is_late(DatabaseKind kind)
    {
        var (silo, cohort, session, _, badge) = await fixture.EnrolledAsync(kind);
        await cohort.Replan(Plan() with { Sessions = [new SessionPlan(1, Day.AddDays(7), 6), new SessionPlan(2, Day.AddDays(8), 6)] });

        var before = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));
        silo.Clock.Advance(TimeSpan.FromDays(7));
        var on = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));

        Assert.Equal(["late"], before.Reasons.AsEnumerable());
        Assert.Equal(ScanEffect.Review, before.Effect);
        Assert.Equal(ScanEffect.Counted, on.Effect);
        Assert.Empty(on.Reasons);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_read_on_another_day_counts_with_a_flag_and_a_list_filled_in_later_without(DatabaseKind kind)
    {
        var (silo, cohort, session, _, badge) = await fixture.EnrolledAsync(kind);
        var second = await silo.PersonAsync("Үүр");
        await cohort.EnrolAsync(second);
        silo.Clock.Advance(TimeSpan.FromDays(1));

        var read = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));
        var ticked = await silo.SendAsync(session, session.Tick(second, silo.Clock.Now));

        Assert.Equal(ScanEffect.Counted, read.Effect);
        Assert.Equal(["otherDay"], read.Reasons.AsEnumerable());
        Assert.Equal(ScanEffect.Counted, ticked.Effect);
        Assert.Empty(ticked.Reasons);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_by_the_persons_own_phone_is_provisional(DatabaseKind kind)
    {
        var (silo, _, session, person, _) = await fixture.EnrolledAsync(kind);

        var result = await silo.SendAsync(session, session.Tick(person, silo.Clock.Now) with { Method = ScanMethod.Self });

        Assert.Equal(ScanEffect.Review, result.Effect);
        Assert.Equal(["provisional"], result.Reasons.AsEnumerable());
        Assert.Empty(await session.Attended());
    }

    private static (ScanStatus, ScanEffect?) Told(ScanResult result) => (result.Status, result.Effect);
}
