using Learning.Domain.Checkin;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: clocks that are wrong, and days in the training's time zone.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInClockTests(GrainFixture fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_phone_three_days_ahead_is_never_refused_and_the_true_time_is_estimated(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
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
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);

        var result = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now.AddHours(2)));

        Assert.Equal(["clock"], result.Reasons.AsEnumerable());
        Assert.Equal(TestSilo.Start, (await session.MarkAsync(person))!.At);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_clock_within_two_minutes_is_not_worth_a_word(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);

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
    public async Task A_clock_changed_in_the_middle_of_a_session_spoils_no_time_before_or_after(DatabaseKind kind)
    {
        var (silo, cohort, session, first, badge) = await fixture.EnrolledAsync(kind);
        var second = await silo.PersonAsync("Хоёр");
        await cohort.EnrolAsync(second);
        silo.Clock.Advance(20 * Minute);
        // Somebody sets the phone a day ahead at a quarter past; it has had contact since, so it knows both errors.
        var before = session.Scan(badge, TestSilo.Start.AddMinutes(10)) with { LastClockOffsetMs = 0 };
        var after = session.Tick(second, TestSilo.Start.AddMinutes(18).AddDays(1)) with { LastClockOffsetMs = -(long)TimeSpan.FromDays(1).TotalMilliseconds };

        var results = await session.Record(new ScanUpload("phone-1", [after, before], TimeSpan.FromDays(-1), silo.Clock.Now, []));

        Assert.All(results, r => Assert.Equal(ScanEffect.Counted, r.Effect));
        Assert.Equal((TestSilo.Start.AddMinutes(10), TestSilo.Start.AddMinutes(18)), ((await session.MarkAsync(first))!.At, (await session.MarkAsync(second))!.At));
        Assert.Equal([["clock"], []], results.Select(r => r.Reasons.ToArray()));
    }
}
