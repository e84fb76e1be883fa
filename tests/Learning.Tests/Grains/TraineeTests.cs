using Learning.Contracts.Badges;
using Learning.Contracts.Trainees;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

[Collection(GrainCollection.Name)]
public sealed class TraineeTests(GrainFixture fixture)
{
    private static readonly Profile Said = new() { GivenName = "Өлзий", Patronymic = "Б.", Sex = Sex.NotStated, Consents = Consent.Training };

    [Theory, OnSqlite, OnPostgres]
    public async Task Registering_again_fills_blanks_and_overwrites_nothing(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(NewId());
        await trainee.Register(Said, "import:1");

        await trainee.Register(new Profile
        {
            GivenName = "Olzii", Patronymic = "Дорж", Sex = Sex.Male, BirthYear = 1990, Phone = "99112233", HomeRegion = "MN6416",
            RegisterHash = "h", RegisterEnding = "17", Organisation = "ngo-1", Consents = Consent.Certificate,
        }, "desk");

        await silo.Forget(trainee);
        var read = (await trainee.Get())!;
        Assert.Equal(
            new Profile
            {
                GivenName = "Өлзий", Patronymic = "Б.", Sex = Sex.Male, BirthYear = 1990, Phone = "99112233", HomeRegion = "MN6416",
                RegisterHash = "h", RegisterEnding = "17", Organisation = "ngo-1", Consents = Consent.Training | Consent.Certificate,
            },
            read.Profile);
        Assert.Equal(("import:1", TestSilo.Start), (read.RegisteredBy, read.RegisteredAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_is_made_by_asking(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var nobody = silo.Grains.GetGrain<ITraineeGrain>(NewId());

        Assert.Null(await nobody.Get());
        Assert.Equal("trainee.unknown", (await nobody.Update(Said)).Code);
        Assert.Equal("trainee.unknown", (await nobody.SetPin("1234")).Code);
        Assert.Equal("trainee.unknown", (await nobody.IssueBadge(NewBadge(silo))).Code);
        Assert.Equal("badge.unknown", (await nobody.RevokeBadge("x")).Code);
        Assert.Equal(PinCheck.None, await nobody.TryPin("1234"));
        Assert.Null(await nobody.Get());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_reissued_badge_revokes_the_one_before(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var person = await silo.PersonAsync();
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(person);
        var first = await silo.BadgeAsync(person);
        silo.Clock.Advance(TimeSpan.FromDays(1));
        var second = await silo.BadgeAsync(person);

        var read = (await trainee.Get())!;
        Assert.Equal(second, read.CurrentBadge!.Id);
        Assert.Equal([TestSilo.Start.AddDays(1), null], read.Badges.Select(b => b.RevokedAt));
        Assert.Equal(TestSilo.Start.AddDays(1), (await silo.Grains.GetGrain<IBadgeGrain>(first).Get())!.RevokedAt);
        var holder = (await silo.Grains.GetGrain<IBadgeGrain>(second).Get())!;
        Assert.Equal((person, null, new DateOnly(2026, 12, 31)), (holder.TraineeId, holder.RevokedAt, holder.NotAfter));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Issuing_a_badge_again_brings_no_revoked_one_back(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(await silo.PersonAsync());
        var badge = NewBadge(silo);
        await trainee.IssueBadge(badge);
        Assert.Equal(OperationResult.Done, await trainee.RevokeBadge(badge.Id));
        silo.Clock.Advance(TimeSpan.FromDays(1));

        await trainee.IssueBadge(badge);
        await trainee.RevokeBadge(badge.Id);

        Assert.Equal(TestSilo.Start, Assert.Single((await trainee.Get())!.Badges).RevokedAt);
        Assert.Null((await trainee.Get())!.CurrentBadge);
        Assert.Equal(TestSilo.Start, (await silo.Grains.GetGrain<IBadgeGrain>(badge.Id).Get())!.RevokedAt);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Five_wrong_pins_lock_and_a_quarter_of_an_hour_unlocks(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(await silo.PersonAsync());
        Assert.Equal(OperationResult.Done, await trainee.SetPin("4711"));
        Assert.True((await trainee.Get())!.HasPin);

        for (var i = 0; i < 4; i++) Assert.Equal(PinCheck.Wrong, await trainee.TryPin("0000"));
        Assert.Equal(PinCheck.Locked, await trainee.TryPin("0000"));
        await silo.Forget(trainee);
        Assert.Equal(PinCheck.Locked, await trainee.TryPin("4711"));

        silo.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromTicks(1));
        Assert.Equal(PinCheck.Locked, await trainee.TryPin("4711"));
        silo.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(PinCheck.Right, await trainee.TryPin("4711"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_right_pin_forgives_the_wrong_ones_and_a_lock_starts_the_count_again(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(await silo.PersonAsync());
        await trainee.SetPin("4711");

        for (var i = 0; i < 4; i++) await trainee.TryPin("1");
        Assert.Equal(PinCheck.Right, await trainee.TryPin("4711"));
        for (var i = 0; i < 4; i++) Assert.Equal(PinCheck.Wrong, await trainee.TryPin("٤٧١١"));
        Assert.Equal(PinCheck.Locked, await trainee.TryPin(""));

        silo.Clock.Advance(TimeSpan.FromMinutes(16));
        for (var i = 0; i < 4; i++) Assert.Equal(PinCheck.Wrong, await trainee.TryPin("0000"));
        Assert.Equal(PinCheck.Right, await trainee.TryPin("4711"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_pin_ends_a_lock_and_only_digits_make_one(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(await silo.PersonAsync());
        foreach (var pin in (string[])["123", "123456789", "12a4", "", "١٢٣٤"]) Assert.Equal(new OperationResult("pin.form", "pin"), await trainee.SetPin(pin));
        await trainee.SetPin("4711");
        for (var i = 0; i < 5; i++) await trainee.TryPin("0000");

        await trainee.SetPin("12345678");

        Assert.Equal(PinCheck.Right, await trainee.TryPin("12345678"));
        Assert.Equal(PinCheck.Wrong, await trainee.TryPin("4711"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_import_that_brought_somebody_retracts_them_and_registering_brings_them_back(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(NewId());
        await trainee.Register(Said, "import:1");

        await trainee.Retract("2");
        Assert.False((await trainee.Get())!.Retracted);
        await trainee.Retract("1");
        Assert.True((await trainee.Get())!.Retracted);
        Assert.False((await trainee.Register(Said, "import:2")).Retracted);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_certificate_is_noted_once(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(await silo.PersonAsync());

        await trainee.AddCertificate("N1");
        await trainee.AddCertificate("N2");
        await trainee.AddCertificate("N1");

        await silo.Forget(trainee);
        Assert.Equal(["N1", "N2"], (await trainee.Get())!.Certificates.AsEnumerable());
    }

    private static Badge NewBadge(TestSilo silo) => new(NewId(), "HTTPS://H/B/X", "K7M-2Q9", new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), silo.Clock.Now);
}
