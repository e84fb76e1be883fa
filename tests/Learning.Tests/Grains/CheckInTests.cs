using Learning.Contracts.Sessions;
using Learning.Contracts.Trainees;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md, row by row.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInTests(GrainFixture fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_scan_counts_and_is_there_after_a_restart(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);

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
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, _, session, _, badge) = await EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => silo.SendAsync(session, scan)));

        Assert.Single(results, r => r.Status == ScanStatus.Stored);
        Assert.Equal(7, results.Count(r => r.Status == ScanStatus.Replayed));
        Assert.Single((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_person_on_two_phones_counts_once_at_the_earlier_time_and_both_scans_stay(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, _, _) = await EnrolledAsync(kind, capacity: 1);
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
        var (silo, cohort, session, _, _) = await EnrolledAsync(kind);
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
    public async Task A_revoked_badge_that_the_phone_did_not_know_of_waits_for_review(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, _, session, person, old) = await EnrolledAsync(kind);
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
    public async Task Withdrawn_between_scan_and_upload_the_mark_stays_with_a_flag_and_nobody_is_enrolled_again(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);
        await cohort.Withdraw(person);

        var result = await silo.SendAsync(session, scan);

        Assert.Equal(ScanEffect.Counted, result.Effect);
        Assert.Equal(["withdrawn"], result.Reasons.AsEnumerable());
        Assert.Equal([EnrolmentState.Withdrawn], await cohort.StandingAsync(person));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_void_takes_its_scan_back_and_a_fresh_scan_counts_again(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);
        await silo.SendAsync(session, scan);

        Assert.Equal(ScanEffect.Voided, (await silo.SendAsync(session, scan.Undo(silo.Clock.Now))).Effect);
        Assert.Null(await session.MarkAsync(person));
        Assert.Equal(ScanEffect.Voided, (await silo.SendAsync(session, scan)).Effect);

        silo.Clock.Advance(Minute);
        var fresh = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));
        Assert.Equal(ScanEffect.Counted, fresh.Effect);
        await silo.Forget(session);
        Assert.Equal(fresh.ScanId, (await session.MarkAsync(person))!.ScanId);
        Assert.Equal(3, (await session.Attendance())!.Scans.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_void_that_comes_before_its_scan_applies_when_the_scan_comes(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);

        Assert.Equal((ScanStatus.Stored, ScanEffect.Voided), Told(await silo.SendAsync(session, scan.Undo(silo.Clock.Now))));
        await silo.Forget(session);
        Assert.Equal((ScanStatus.Stored, ScanEffect.Voided), Told(await silo.SendAsync(session, scan)));

        Assert.Null(await session.MarkAsync(person));
        Assert.Empty(await session.Attended());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_closed_session_stores_what_comes_late_for_review(DatabaseKind kind)
    {
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, person, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, _, badge) = await EnrolledAsync(kind);
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
        var (silo, cohort, session, _, badge) = await EnrolledAsync(kind);
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
    public async Task A_session_that_nobody_planned_is_quarantined_item_by_item(DatabaseKind kind)
    {
        var (silo, cohort, _, person, _) = await EnrolledAsync(kind);
        foreach (var id in (string[])[SessionId.Of(cohort.GetPrimaryKeyString(), 3), SessionId.Of(NewId(), 1), "not a session"])
        {
            var session = silo.Grains.GetGrain<ISessionGrain>(id);
            var result = await silo.SendAsync(session, session.Tick(person, silo.Clock.Now));
            Assert.Equal(ScanStatus.Quarantined, result.Status);
            Assert.Equal(["unknownSession"], result.Reasons.AsEnumerable());
            Assert.Null(await session.Attendance());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_badge_or_person_is_quarantined(DatabaseKind kind)
    {
        var (silo, _, session, _, _) = await EnrolledAsync(kind);
        foreach (var scan in (Scan[])[session.Scan(NewId(), silo.Clock.Now), session.Tick(NewId(), silo.Clock.Now)])
        {
            var result = await silo.SendAsync(session, scan);
            Assert.Equal(ScanStatus.Quarantined, result.Status);
            Assert.Equal(["unknownPerson"], result.Reasons.AsEnumerable());
        }

        Assert.Empty((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task One_bad_item_in_two_hundred_does_not_keep_the_others_out(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 200));
        var session = silo.Session(cohort);
        var people = await silo.PeopleAsync([.. Enumerable.Range(0, 199).Select(i => $"Хүн {i}")]);
        await cohort.EnrolAsync(people);
        var items = people.Select((id, i) => session.Tick(id, silo.Clock.Now) with { DeviceSeq = i + 1 }).ToList();
        // No moment at all, from a phone whose clock is a minute ahead: the sum of the two is before all time.
        items.Insert(77, items[0] with { ScanId = NewId(), CapturedAt = default });

        var results = await session.Record(new ScanUpload("phone-1", [.. items], -Minute, silo.Clock.Now, []));

        Assert.Equal(items.Select(i => i.ScanId), results.Select(r => r.ScanId));
        Assert.Equal((ScanStatus.Quarantined, "malformed"), (results[77].Status, Assert.Single(results[77].Reasons)));
        Assert.All(results.Where((_, i) => i != 77), r => Assert.Equal(ScanStatus.Stored, r.Status));
        Assert.Equal(199, (await session.Attended()).Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_kind_of_malformed_item_is_quarantined(DatabaseKind kind)
    {
        var (silo, _, session, _, badge) = await EnrolledAsync(kind);
        var good = session.Scan(badge, silo.Clock.Now);
        Scan[] bad =
        [
            good with { ScanId = null }, good with { ScanId = " " }, good with { ScanId = new string('x', 65) },
            good with { SessionId = null }, good with { Kind = (ScanKind)9 }, good with { Method = 0 }, good with { DeviceSeq = -1 },
            good with { CapturedAt = DateTimeOffset.MaxValue }, good with { CapturedAt = DateTimeOffset.MinValue },
            good with { BadgeId = null }, good with { TraineeId = "also" }, good with { Operator = new string('ө', 201) },
            good with { Kind = ScanKind.Void }, good with { Kind = ScanKind.Void, TargetScanId = good.ScanId },
            good with { Kind = ScanKind.WalkIn }, good with { Kind = ScanKind.WalkIn, WalkIn = new WalkIn(" ", "Б", null) },
        ];

        foreach (var offset in (TimeSpan[])[default, -Minute, Minute, TimeSpan.FromDays(-3), TimeSpan.FromDays(3)])
        {
            var results = await session.Record(new ScanUpload("phone-1", [.. bad], offset, silo.Clock.Now, []));
            Assert.All(results, r => Assert.Equal((ScanStatus.Quarantined, "malformed"), (r.Status, Assert.Single(r.Reasons))));
        }

        Assert.Empty((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_phone_three_days_ahead_is_never_refused_and_the_true_time_is_estimated(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);
        var wrong = silo.Clock.Now.AddDays(3).AddMinutes(-2);

        var result = await silo.SendAsync(session, session.Scan(badge, wrong), offset: TimeSpan.FromDays(-3));

        Assert.Equal(ScanEffect.Counted, result.Effect);
        Assert.Equal(["clock"], result.Reasons.AsEnumerable());
        Assert.Equal(TestSilo.Start.AddMinutes(-2), (await session.MarkAsync(person))!.At);
        var kept = Assert.Single((await session.Attendance())!.Scans);
        Assert.Equal((wrong, TestSilo.Start), (kept.CapturedAt, kept.ReceivedAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_time_in_the_future_is_taken_as_that_of_arrival(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);

        var result = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now.AddHours(2)));

        Assert.Equal(["clock"], result.Reasons.AsEnumerable());
        Assert.Equal(TestSilo.Start, (await session.MarkAsync(person))!.At);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_clock_within_two_minutes_is_not_worth_a_word(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await EnrolledAsync(kind);

        var result = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now.AddSeconds(-120)), offset: TimeSpan.FromSeconds(120));

        Assert.Empty(result.Reasons);
        Assert.Equal(TestSilo.Start, (await session.MarkAsync(person))!.At);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Half_past_eleven_at_night_in_Khovd_is_still_the_sessions_day(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        // 16:30 UTC is 23:30 in Khovd and half past midnight in Ulaanbaatar.
        silo.Clock.Now = new DateTimeOffset(2026, 3, 10, 16, 30, 0, TimeSpan.Zero);
        var person = await silo.PersonAsync();
        var badge = await silo.BadgeAsync(person);
        var khovd = await silo.CohortAsync(Plan(region: "MN8401", zone: "Asia/Hovd"));
        var capital = await silo.CohortAsync(Plan());
        await khovd.EnrolAsync(person);
        await capital.EnrolAsync(person);

        Assert.Empty((await silo.SendAsync(silo.Session(khovd), silo.Session(khovd).Scan(badge, silo.Clock.Now))).Reasons);
        Assert.Equal(["otherDay"], (await silo.SendAsync(silo.Session(capital), silo.Session(capital).Scan(badge, silo.Clock.Now))).Reasons.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_by_the_persons_own_phone_is_provisional(DatabaseKind kind)
    {
        var (silo, _, session, person, _) = await EnrolledAsync(kind);

        var result = await silo.SendAsync(session, session.Tick(person, silo.Clock.Now) with { Method = ScanMethod.Self });

        Assert.Equal(ScanEffect.Review, result.Effect);
        Assert.Equal(["provisional"], result.Reasons.AsEnumerable());
        Assert.Empty(await session.Attended());
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

    private async Task<(TestSilo Silo, Learning.Contracts.Cohorts.ICohortGrain Cohort, ISessionGrain Session, string Person, string Badge)> EnrolledAsync(DatabaseKind kind, int capacity = 10)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity));
        var person = await silo.PersonAsync();
        var badge = await silo.BadgeAsync(person);
        await cohort.EnrolAsync(person);
        return (silo, cohort, silo.Session(cohort), person, badge);
    }
}
