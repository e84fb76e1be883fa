using Learning.Contracts.Badges;
using Learning.Contracts.Courses;
using Learning.Contracts.Devices;
using Learning.Contracts.Funders;
using Learning.Contracts.Organisations;
using Learning.Domain.Badges;
using Learning.Domain.Checkin;
using Learning.Domain.Courses;
using Learning.Domain.Devices;
using Learning.Domain.Funders;
using Learning.Domain.Organisations;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Courses, devices, organisations, funders and badges.</summary>
[Collection(GrainCollection.Name)]
public sealed class RegisterOfThingsTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_course_version_never_changes_and_publishing_it_again_makes_no_new_one(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var code = NewId();
        var course = silo.Grains.GetGrain<ICourseGrain>(code);
        Assert.Null(await course.Latest());

        var first = await course.Publish(Course() with { Version = 77 });
        var same = await course.Publish(Course());
        var second = await course.Publish(Course(passMark: 60));
        var back = await course.Publish(Course());

        Assert.Equal((code, 1), (first.Code, first.Version));
        Assert.Equal(first, same);
        Assert.Equal((2, 60m), (second.Version, second.Completion.PassMark));
        Assert.Equal(3, back.Version);
        await silo.Forget(course);
        Assert.Equal([first, second, back], (await course.Versions()).AsEnumerable());
        Assert.Equal(back, await course.Latest());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task That_a_phone_was_heard_of_is_written_once_a_minute_and_what_it_said_of_its_clock_at_once(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var device = await PhoneAsync(silo);
        async Task<(TimeSpan Ago, TimeSpan Clock)> AfterACrash()
        {
            await silo.Forget(device);
            var known = (await device.Get())!;
            return (silo.Clock.Now - known.LastContact!.Value, known.ClockOffset);
        }

        await device.Contact(Contact(silo));
        Assert.Equal((TimeSpan.Zero, TimeSpan.Zero), await AfterACrash());

        silo.Clock.Advance(TimeSpan.FromSeconds(59));
        await device.Contact(Contact(silo));
        Assert.Equal(silo.Clock.Now, (await device.Get())!.LastContact);
        Assert.Equal(TimeSpan.FromSeconds(59), (await AfterACrash()).Ago);

        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        await device.Contact(Contact(silo));
        Assert.Equal(TimeSpan.Zero, (await AfterACrash()).Ago);

        silo.Clock.Advance(TimeSpan.FromSeconds(1));
        await device.Contact(Contact(silo) with { ClockOffset = TimeSpan.FromHours(-3) });
        Assert.Equal((TimeSpan.Zero, TimeSpan.FromHours(-3)), await AfterACrash());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_belongs_to_no_session_is_kept_once(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var device = await PhoneAsync(silo);
        var item = new QuarantinedScan(new Scan { ScanId = "s1", SessionId = "?" }, "d1", ReviewReason.UnknownSession, device.GetPrimaryKeyString(), silo.Clock.Now);

        await device.Contact(Contact(silo) with { Quarantine = [item, item] });
        await device.Contact(Contact(silo) with { Quarantine = [item with { ReceivedAt = silo.Clock.Now.AddHours(1) }, item with { Digest = "d2" }] });

        Assert.Equal(["d1", "d2"], (await device.Get())!.Quarantine.Select(q => q.Digest));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_revoked_phone_stays_revoked_until_it_is_enrolled_again(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var device = await PhoneAsync(silo);
        await device.Contact(Contact(silo));

        await device.Revoke();
        silo.Clock.Advance(TimeSpan.FromHours(1));
        await device.Revoke();
        Assert.Equal(TestSilo.Start, (await device.Get())!.RevokedAt);

        var again = await device.Enrol("Утас", "trainer", "other-hash", silo.Clock.Now.AddDays(30));
        Assert.Null(again.RevokedAt);
        Assert.Equal("other-hash", again.GrantHash);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_phone_that_nobody_enrolled_leaves_no_trace(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var device = silo.Grains.GetGrain<IDeviceGrain>(NewId());
        await device.Contact(Contact(silo));
        await device.Revoke();
        Assert.Null(await device.Get());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Organisations_funders_and_badges_are_as_last_put(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (organisation, funder, badge) = (silo.Grains.GetGrain<IOrganisationGrain>(NewId()), silo.Grains.GetGrain<IFunderGrain>(NewId()), silo.Grains.GetGrain<IBadgeGrain>(NewId()));
        Assert.Null(await organisation.Get());
        Assert.Null(await funder.Get());
        Assert.Null(await badge.Get());
        var sdc = new Funder { Code = "sdc", NameMn = "Швейцар", NameEn = "Switzerland", Grants = [new Grant("sdc-1", "Тогтвортой", "Sustainable", Day)] };

        await organisation.Put(new Organisation("ngo-1", null, "ngo", "Алтан Өвөө", "Altan Ovoo"));
        await organisation.Put(new Organisation("ngo-1", null, "ngo", "Алтан Овоо", "Altan Ovoo"));
        await funder.Put(sdc);
        await funder.Put(sdc);
        await badge.Put(new BadgeHolder("t", Day, Day.AddYears(1), null));

        await silo.Forget(organisation);
        await silo.Forget(funder);
        await silo.Forget(badge);
        Assert.Equal("Алтан Овоо", (await organisation.Get())!.NameMn);
        Assert.Equal(sdc.Grants.AsEnumerable(), (await funder.Get())!.Grants);
        Assert.Equal(new BadgeHolder("t", Day, Day.AddYears(1), null), await badge.Get());
    }

    private static async Task<IDeviceGrain> PhoneAsync(TestSilo silo)
    {
        var device = silo.Grains.GetGrain<IDeviceGrain>(NewId());
        await device.Enrol("Утас", "trainer", "hash", silo.Clock.Now.AddDays(30));
        return device;
    }

    private static DeviceContact Contact(TestSilo silo) => new(silo.Clock.Now, TimeSpan.Zero, []);
}
