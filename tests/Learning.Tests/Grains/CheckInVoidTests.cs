using Learning.Domain.Checkin;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: voids.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInVoidTests(GrainFixture fixture)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Theory, OnSqlite, OnPostgres]
    public async Task A_void_takes_its_scan_back_and_a_fresh_scan_counts_again(DatabaseKind kind)
    {
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
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
        var (silo, _, session, person, badge) = await fixture.EnrolledAsync(kind);
        var scan = session.Scan(badge, silo.Clock.Now);

        Assert.Equal((ScanStatus.Stored, ScanEffect.Voided), Told(await silo.SendAsync(session, scan.Undo(silo.Clock.Now))));
        await silo.Forget(session);
        Assert.Equal((ScanStatus.Stored, ScanEffect.Voided), Told(await silo.SendAsync(session, scan)));

        Assert.Null(await session.MarkAsync(person));
        Assert.Empty(await session.Attended());
    }

    private static (ScanStatus, ScanEffect?) Told(ScanResult result) => (result.Status, result.Effect);
}
