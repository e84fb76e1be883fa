using Learning.Contracts.Badges;
using Learning.Contracts.Devices;
using Learning.Contracts.Trainees;
using Learning.Domain.Badges;
using Learning.Domain.Cohorts;
using Learning.Domain.Devices;
using Learning.Domain.Trainees;
using Learning.Grains.Active;
using Learning.Grains.Cohorts;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>What every check-in asks is read without a message from grains that are active in the process, and is what they would answer (docs/decisions/0017).</summary>
[Collection(GrainCollection.Name)]
public sealed class GrainReadsTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_revocation_is_read_as_soon_as_it_is_acknowledged_and_again_after_the_badge_slept(DatabaseKind kind)
    {
        var (silo, _, _, person, badge) = await fixture.EnrolledAsync(kind);
        var reads = silo.Services.GetRequiredService<GrainReads>();
        Assert.Null((await reads.Badge(badge))!.RevokedAt);

        await silo.Grains.GetGrain<ITraineeGrain>(person).RevokeBadge(badge);

        Assert.Equal(silo.Clock.Now, (await reads.Badge(badge))!.RevokedAt);
        await silo.Forget(silo.Grains.GetGrain<IBadgeGrain>(badge));
        Assert.False(Active<BadgeHolder>(silo).TryGet(badge, out _));
        Assert.Equal(silo.Clock.Now, (await reads.Badge(badge))!.RevokedAt);
        Assert.True(Active<BadgeHolder>(silo).TryGet(badge, out _));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_badge_that_was_never_issued_is_nobodys_however_it_is_read(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (reads, badge) = (silo.Services.GetRequiredService<GrainReads>(), NewId());

        Assert.Null(await reads.Badge(badge));
        Assert.Null(await reads.Badge(badge));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Where_people_stand_follows_the_roster(DatabaseKind kind)
    {
        var (silo, cohort, _, person, _) = await fixture.EnrolledAsync(kind);
        var (reads, id) = (silo.Services.GetRequiredService<GrainReads>(), cohort.GetPrimaryKeyString());
        Assert.Equal([EnrolmentState.Enrolled, null], (await reads.Standing(id, [person, "nobody"])).AsEnumerable());

        await cohort.Withdraw(person);

        Assert.Equal([EnrolmentState.Withdrawn, null], (await reads.Standing(id, [person, "nobody"])).AsEnumerable());
        await silo.Forget(cohort);
        Assert.False(Active<CohortStandings>(silo).TryGet(id, out _));
        Assert.Equal([EnrolmentState.Withdrawn, null], (await reads.Standing(id, [person, "nobody"])).AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_write_that_failed_is_not_read(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var person = (await silo.PeopleAsync("Өлзий"))[0];
        var (reads, trainee) = (silo.Services.GetRequiredService<GrainReads>(), silo.Grains.GetGrain<ITraineeGrain>(person));
        var before = (await reads.Trainee(person))!;

        silo.Failing.Next("trainee", person);
        await Assert.ThrowsAnyAsync<Exception>(() => trainee.Update(before.Profile with { GivenName = "Үүрд" }));

        Assert.Equal("Өлзий", (await reads.Trainee(person))!.Profile.GivenName);
        await trainee.Update(before.Profile with { GivenName = "Үүрд" });
        Assert.Equal("Үүрд", (await reads.Trainee(person))!.Profile.GivenName);
        await silo.Forget(trainee);
        Assert.False(Active<Trainee>(silo).TryGet(person, out _));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_phones_revocation_is_read_as_soon_as_it_is_acknowledged(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (reads, id) = (silo.Services.GetRequiredService<GrainReads>(), NewId());
        var phone = silo.Grains.GetGrain<IDeviceGrain>(id);
        await phone.Enrol("Утас", "тэмүүлэн", "hash", silo.Clock.Now.AddDays(1));
        Assert.Null((await reads.Device(id))!.RevokedAt);

        await phone.Revoke();

        Assert.Equal(silo.Clock.Now, (await reads.Device(id))!.RevokedAt);
        await silo.Forget(phone);
        Assert.False(Active<Device>(silo).TryGet(id, out _));
        Assert.Equal(silo.Clock.Now, (await reads.Device(id))!.RevokedAt);
    }

    private static ActiveFacts<T> Active<T>(TestSilo silo) where T : class => silo.Services.GetRequiredService<ActiveFacts<T>>();
}
