using Learning.Contracts.Cohorts;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Deciding about scans that wait or were flagged.</summary>
[Collection(GrainCollection.Name)]
public sealed class ReviewTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_waits_counts_once_accepted_also_after_a_restart(DatabaseKind kind)
    {
        var (silo, _, session, person, scan) = await WaitingAsync(kind);

        var outcome = await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Accept);

        Assert.Equal(new ReviewOutcome(scan.ScanId!, ScanEffect.Counted), outcome);
        await silo.Forget(session);
        var mark = (await session.MarkAsync(person))!;
        Assert.Equal((Mark.Present, scan.ScanId, TestSilo.Start), (mark.Mark!.Value, mark.ScanId, mark.At));
        Assert.Empty(mark.Flags);
        Assert.Equal([person], (await session.Attended()).AsEnumerable());
        var kept = Assert.Single((await session.Attendance())!.Reviews);
        Assert.Equal(("шалгав", "admin", silo.Clock.Now), (kept.Reason, kept.By, kept.At));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_rejected_counts_nowhere_and_asks_for_nothing(DatabaseKind kind)
    {
        var (silo, _, session, person, scan) = await WaitingAsync(kind);

        Assert.Equal(ScanEffect.Rejected, (await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Reject)).Effect);

        Assert.Null(await session.MarkAsync(person));
        Assert.Empty(await session.Attended());
        // The phone that sends it again hears the same, and the scan is still there.
        Assert.Equal((ScanStatus.Replayed, ScanEffect.Rejected), Told(await silo.SendAsync(session, scan)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_decision_is_in_force_and_all_stay(DatabaseKind kind)
    {
        var (silo, _, session, person, scan) = await WaitingAsync(kind);

        await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Reject);
        await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Accept);
        Assert.Equal([person], (await session.Attended()).AsEnumerable());
        await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Reject);

        Assert.Empty(await session.Attended());
        Assert.Equal(3, (await session.Attendance())!.Reviews.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_decision_sent_again_does_not_undo_the_one_after_it(DatabaseKind kind)
    {
        var (silo, _, session, _, scan) = await WaitingAsync(kind);
        var accept = new ScanReview(NewId(), scan.ScanId!, ReviewVerdict.Accept, "шалгав", "admin", silo.Clock.Now);
        await session.Review([accept]);
        await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Reject);

        var again = Assert.Single(await session.Review([accept]));

        Assert.Equal(new ReviewOutcome(scan.ScanId!, ScanEffect.Rejected), again);
        Assert.Equal(2, (await session.Attendance())!.Reviews.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_flagged_scan_that_counts_leaves_the_queue_once_seen_and_counts_as_before(DatabaseKind kind)
    {
        var (silo, cohort, session, _, _) = await WaitingAsync(kind);
        var walkIn = await silo.PersonAsync("Зочин");
        var scan = session.Tick(walkIn, silo.Clock.Now);
        await silo.SendAsync(session, scan);
        Assert.Equal(["walkIn"], (await session.MarkAsync(walkIn))!.Flags.AsEnumerable());

        Assert.Equal(ScanEffect.Counted, (await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Seen)).Effect);

        Assert.Empty((await session.MarkAsync(walkIn))!.Flags);
        Assert.Contains(walkIn, await session.Attended());
        Assert.Equal([EnrolmentState.Enrolled], await cohort.StandingAsync(walkIn));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_scan_that_waits_cannot_just_be_seen_and_a_scan_that_is_not_there_not_decided(DatabaseKind kind)
    {
        var (silo, _, session, _, scan) = await WaitingAsync(kind);

        Assert.Equal("review.undecided", (await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Seen)).Refused);
        Assert.Equal(new ReviewOutcome("nothing", null, "review.unknownScan"), await silo.DecideAsync(session, "nothing", ReviewVerdict.Accept));
        Assert.Equal("session.unknown", (await silo.DecideAsync(silo.Grains.GetGrain<ISessionGrain>(SessionId.Of(NewId(), 1)), scan.ScanId!, ReviewVerdict.Accept)).Refused);
        Assert.Empty((await session.Attendance())!.Reviews);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stranger_whose_scan_waited_gets_a_place_when_it_is_accepted(DatabaseKind kind)
    {
        var (silo, cohort, session, _, _) = await WaitingAsync(kind);
        var stranger = await silo.PersonAsync("Зочин");
        var scan = session.Tick(stranger, silo.Clock.Now) with { Method = ScanMethod.Self };
        Assert.Equal(["provisional", "walkIn"], (await silo.SendAsync(session, scan)).Reasons.Order(StringComparer.Ordinal));
        Assert.Equal([null], await cohort.StandingAsync(stranger));

        await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Accept);

        Assert.Equal([EnrolmentState.Enrolled], await cohort.StandingAsync(stranger));
        Assert.Equal(EnrolmentMethod.WalkIn, (await cohort.Get())!.Find(stranger)!.Method);
        Assert.Contains(stranger, await session.Attended());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_scan_accepted_counts_and_closing_again_settles_with_it(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan() with { Sessions = [new SessionPlan(1, Day, 6)] });
        var session = silo.Session(cohort);
        var people = await silo.PeopleAsync("Эрт", "Хожуу");
        await cohort.EnrolAsync(people);
        await silo.AttendAsync(session, people[0]);
        await cohort.Close("admin");
        var late = session.Tick(people[1], silo.Clock.Now);
        Assert.Equal(ScanEffect.Review, (await silo.SendAsync(session, late)).Effect);
        Assert.Equal([EnrolmentState.Completed, EnrolmentState.NotCompleted], await cohort.StandingAsync(people));

        await silo.DecideAsync(session, late.ScanId!, ReviewVerdict.Accept);
        Assert.Equal([EnrolmentState.Completed, EnrolmentState.NotCompleted], await cohort.StandingAsync(people));
        await cohort.Close("admin");

        Assert.Equal([EnrolmentState.Completed, EnrolmentState.Completed], await cohort.StandingAsync(people));
        Assert.All((await cohort.Get())!.Roster, e => Assert.NotNull(e.CertificateNumber));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_late_void_takes_back_once_accepted_and_never_when_rejected(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var session = silo.Session(cohort);
        var people = await silo.PeopleAsync("Нэг", "Хоёр");
        await cohort.EnrolAsync(people);
        var scans = people.Select(p => session.Tick(p, silo.Clock.Now)).ToArray();
        foreach (var scan in scans) await silo.SendAsync(session, scan);
        await cohort.Close("admin");
        var voids = scans.Select(s => s.Undo(silo.Clock.Now)).ToArray();
        foreach (var undo in voids) Assert.Equal(ScanEffect.Review, (await silo.SendAsync(session, undo)).Effect);
        Assert.Equal(people.Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));

        Assert.Equal(ScanEffect.Voided, (await silo.DecideAsync(session, voids[0].ScanId!, ReviewVerdict.Accept)).Effect);
        Assert.Equal(ScanEffect.Rejected, (await silo.DecideAsync(session, voids[1].ScanId!, ReviewVerdict.Reject)).Effect);

        Assert.Null(await session.MarkAsync(people[0]));
        Assert.Empty((await session.MarkAsync(people[1]))!.Flags);
        Assert.Equal([people[1]], (await session.Attended()).AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Accepting_a_scan_does_not_overrule_the_desk_and_says_so(DatabaseKind kind)
    {
        var (silo, _, session, person, _) = await WaitingAsync(kind);
        await session.Correct([new Correction(NewId(), person, Mark.Absent, "явсан", "trainer", silo.Clock.Now)]);
        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        var scan = session.Tick(person, silo.Clock.Now);
        await silo.SendAsync(session, scan);
        Assert.Equal(["corrected"], (await session.MarkAsync(person))!.Flags.AsEnumerable());

        Assert.Equal("review.corrected", (await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Accept)).Refused);
        Assert.Null((await silo.DecideAsync(session, scan.ScanId!, ReviewVerdict.Seen)).Refused);

        var mark = (await session.MarkAsync(person))!;
        Assert.Equal(Mark.Absent, mark.Mark);
        Assert.Empty(mark.Flags);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_person_on_one_own_phone_is_flagged_also_when_both_send_at_once(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var session = silo.Session(cohort);
        var people = await silo.PeopleAsync("Нэг", "Хоёр", "Гурав");
        await cohort.EnrolAsync(people);
        Scan Own(string person) => session.Tick(person, silo.Clock.Now) with { Method = ScanMethod.Self };

        var results = await Task.WhenAll(people.Select(p => silo.SendAsync(session, Own(p), "self:phone")));
        var other = await silo.SendAsync(session, Own(people[0]), "self:another");

        Assert.Equal(2, results.Count(r => r.Reasons.Contains("sharedDevice")));
        Assert.All(results, r => Assert.Equal(ScanEffect.Review, r.Effect));
        Assert.Equal(["provisional"], other.Reasons.AsEnumerable());
    }

    private static (ScanStatus, ScanEffect?) Told(ScanResult result) => (result.Status, result.Effect);

    /// <summary>An enrolled person whose own check-in waits.</summary>
    private async Task<(TestSilo Silo, ICohortGrain Cohort, ISessionGrain Session, string Person, Scan Scan)> WaitingAsync(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        var session = silo.Session(cohort);
        var scan = session.Tick(person, silo.Clock.Now) with { Method = ScanMethod.Self };
        Assert.Equal(ScanEffect.Review, (await silo.SendAsync(session, scan)).Effect);
        return (silo, cohort, session, person, scan);
    }
}
