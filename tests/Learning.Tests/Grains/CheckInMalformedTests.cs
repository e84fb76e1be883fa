using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: items that no session can take.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInMalformedTests(GrainFixture fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_that_nobody_planned_is_quarantined_item_by_item(DatabaseKind kind)
    {
        var (silo, cohort, _, person, _) = await fixture.EnrolledAsync(kind);
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
        var (silo, _, session, _, _) = await fixture.EnrolledAsync(kind);
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
        var (silo, _, session, _, badge) = await fixture.EnrolledAsync(kind);
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
}
