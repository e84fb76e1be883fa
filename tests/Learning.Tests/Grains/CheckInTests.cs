using Learning.Contracts.Trainees;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: scans that count, and once.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInTests(GrainFixture fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_scan_counts_and_is_there_after_a_restart(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);

        var result = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));

        Assert.Equal((ScanStatus.Stored, ScanEffect.Counted, person), (result.Status, result.Effect!.Value, result.TraineeId));
        Assert.Empty(result.Reasons);
        await silo.Forget(session);
        var mark = (await session.MarkAsync(person))!;
        Assert.Equal((Mark.Present, TestSilo.Start, "phone-1", ScanMethod.Qr, result.ScanId), (mark.Mark!.Value, mark.At, mark.DeviceId, mark.Method!.Value, mark.ScanId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Same_scan_and_same_body_is_a_replay(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);
        await silo.SendAsync(session, scan);

        silo.Clock.Advance(Minute);
        var again = await silo.SendAsync(session, scan);

        Assert.Equal((ScanStatus.Replayed, ScanEffect.Counted, person), (again.Status, again.Effect!.Value, again.TraineeId));
        Assert.Single((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Same_scan_and_another_body_is_quarantined_and_the_first_stays(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        var other = await silo.PersonAsync("Үүрийнтуяа");
        await cohort.EnrolAsync(other);
        var scan = session.Scan(badge, silo.Clock.Now);
        await silo.SendAsync(session, scan);

        var reused = await silo.SendAsync(session, scan with { BadgeId = null, TraineeId = other, Method = ScanMethod.Roster });

        Assert.Equal((ScanStatus.Quarantined, (ScanEffect?)null), (reused.Status, reused.Effect));
        Assert.Equal(["idReuse"], reused.Reasons.AsEnumerable());
        Assert.Equal([person], (await session.Attended()).AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_parallel_uploads_of_one_scan_store_it_once(DatabaseKind kind)
    {
        var (silo, _, session, _, badge) = await fixture.EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => silo.SendAsync(session, scan)));

        Assert.Single(results, r => r.Status == ScanStatus.Stored);
        Assert.Equal(7, results.Count(r => r.Status == ScanStatus.Replayed));
        Assert.Single((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_on_two_phones_counts_once_at_the_earlier_time_and_both_scans_stay(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
        var at = silo.Clock.Now;
        silo.Clock.Advance(10 * Minute);
        var later = session.Scan(badge, at.AddMinutes(5));
        Assert.Equal(ScanEffect.Counted, (await silo.SendAsync(session, later, "phone-1")).Effect);

        // The phone that scanned first sends last.
        var earlier = session.Scan(badge, at);
        Assert.Equal(ScanEffect.Counted, (await silo.SendAsync(session, earlier, "phone-2")).Effect);
        var replay = await silo.SendAsync(session, later, "phone-1");

        Assert.Equal((ScanEffect.AlreadyCounted, new FirstScan("phone-2", at)), (replay.Effect!.Value, replay.First));
        var mark = (await session.MarkAsync(person))!;
        Assert.Equal((at, "phone-2", 2), (mark.At, mark.DeviceId, mark.Scans));
        Assert.Single(await session.Attended());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_whose_holder_is_not_on_the_roster_counts_and_enrols_for_review(DatabaseKind kind)
    {
        var (silo, cohort, session, _, _) = await fixture.EnrolledAsync(kind, capacity: 1);
        var stranger = await silo.PersonAsync("Зочин");

        var result = await silo.SendAsync(session, session.Scan(await silo.BadgeAsync(stranger), silo.Clock.Now));

        Assert.Equal(ScanEffect.Counted, result.Effect);
        Assert.Equal(["walkIn"], result.Reasons.AsEnumerable());
        Assert.Equal(["walkIn"], (await session.MarkAsync(stranger))!.Flags.AsEnumerable());
        var enrolment = (await cohort.Get())!.Find(stranger)!;
        Assert.Equal((EnrolmentState.Enrolled, EnrolmentMethod.WalkIn, "MN6416"), (enrolment.State, enrolment.Method, enrolment.Facts.HomeRegion));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_registered_on_the_spot_becomes_one_person_however_often_it_is_sent(DatabaseKind kind)
    {
        var (silo, cohort, session, _, _) = await fixture.EnrolledAsync(kind);
        var walkIn = session.Scan(null, silo.Clock.Now) with { Kind = ScanKind.WalkIn, Method = ScanMethod.Search, WalkIn = new WalkIn(" Өнөрбаяр ", "Д", "9911 2233") };

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => silo.SendAsync(session, walkIn)));

        var id = Assert.Single(results.Select(r => r.TraineeId).Distinct())!;
        var trainee = (await silo.Grains.GetGrain<ITraineeGrain>(id).Get())!;
        Assert.Equal(("Өнөрбаяр", "Д.", Consent.Training), (trainee.Profile.GivenName, trainee.Profile.Patronymic, trainee.Profile.Consents));
        Assert.Equal(EnrolmentMethod.WalkIn, (await cohort.Get())!.Find(id)!.Method);
        Assert.Equal(["walkIn"], (await session.MarkAsync(id))!.Flags.AsEnumerable());
        Assert.Single((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Withdrawn_between_scan_and_upload_the_mark_stays_with_a_flag_and_nobody_is_enrolled_again(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await fixture.EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);
        await cohort.Withdraw(person);

        var result = await silo.SendAsync(session, scan);

        Assert.Equal(ScanEffect.Counted, result.Effect);
        Assert.Equal(["withdrawn"], result.Reasons.AsEnumerable());
        Assert.Equal([EnrolmentState.Withdrawn], await cohort.StandingAsync(person));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Three_hundred_people_at_once_are_all_there_after_a_restart(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 300));
        var session = silo.Session(cohort);
        var people = await silo.PeopleAsync([.. Enumerable.Range(0, 300).Select(i => $"Хүн {i}")]);
        await cohort.EnrolAsync(people);

        var results = await Task.WhenAll(people.Select((id, i) => silo.SendAsync(session, session.Tick(id, silo.Clock.Now), $"phone-{i % 7}")));

        Assert.All(results, r => Assert.Equal((ScanStatus.Stored, ScanEffect.Counted), Told(r)));
        await silo.Forget(session);
        Assert.Equal(people.Order(StringComparer.Ordinal), (await session.Attended()).Order(StringComparer.Ordinal));
    }

    private static (ScanStatus, ScanEffect?) Told(ScanResult result) => (result.Status, result.Effect);
}
