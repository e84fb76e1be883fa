using Learning.Contracts.Trainees;
using Learning.Domain.Identity;
using Learning.Domain.Trainees;
using Learning.Grains.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Who somebody is, decided by claims on strong keys.</summary>
[Collection(GrainCollection.Name)]
public sealed class RegistrationTests(GrainFixture fixture)
{
    private static int people;

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_register_number_is_the_same_person_however_the_name_is_written(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var said = Somebody();
        var first = await RegisterAsync(silo, said);

        var second = await RegisterAsync(silo, said with { ProposedId = NewId(), GivenName = "Uuriintuya", Phone = null });

        Assert.Equal((false, true, first.TraineeId), (first.Matched, second.Matched, second.TraineeId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_phone_and_given_name_is_the_same_person_and_a_blank_is_filled(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var said = Somebody();
        var first = await RegisterAsync(silo, said with { RegisterNumber = null });

        var second = await RegisterAsync(silo, said with { ProposedId = NewId() });
        var third = await RegisterAsync(silo, said with { ProposedId = NewId(), Phone = null });

        Assert.Equal([first.TraineeId, first.TraineeId], [second.TraineeId, third.TraineeId]);
        Assert.NotNull((await silo.Grains.GetGrain<ITraineeGrain>(first.TraineeId).Get())!.Profile.RegisterHash);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_alone_proves_nothing(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var said = Somebody() with { RegisterNumber = null, Phone = null };

        Assert.NotEqual((await RegisterAsync(silo, said)).TraineeId, (await RegisterAsync(silo, said with { ProposedId = NewId() })).TraineeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Repeating_a_registration_answers_the_same_person(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var said = Somebody() with { RegisterNumber = null, Phone = null };

        Assert.Equal((await RegisterAsync(silo, said)).TraineeId, (await RegisterAsync(silo, said)).TraineeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_number_and_another_sex_is_a_new_person_and_somebody_to_look_at(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var said = Somebody();
        var first = await RegisterAsync(silo, said);

        var second = await RegisterAsync(silo, said with { ProposedId = NewId(), Sex = Sex.Male });

        Assert.NotEqual(first.TraineeId, second.TraineeId);
        Assert.False(second.Matched);
        Assert.Equal([first.TraineeId], second.Candidates.AsEnumerable());
        // The number stays with whoever had it first.
        Assert.Equal(first.TraineeId, (await RegisterAsync(silo, said with { ProposedId = NewId() })).TraineeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_desks_at_once_register_one_person_once_and_every_key_leads_to_them(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        for (var round = 0; round < 25; round++)
        {
            var said = Somebody();

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RegisterAsync(silo, said with { ProposedId = NewId() })));

            await OnePersonHoldsEveryKey(silo, said, answers);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Desks_that_know_different_things_of_one_person_register_them_once(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        for (var round = 0; round < 25; round++)
        {
            var said = Somebody();
            Registration[] desks = [said, said with { RegisterNumber = null }, said, said with { RegisterNumber = null }];

            var answers = await Task.WhenAll(desks.Select(desk => RegisterAsync(silo, desk with { ProposedId = NewId() })));

            await OnePersonHoldsEveryKey(silo, said, answers);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_crash_between_claim_and_write_leaves_nobody_behind(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var said = Somebody();
        var lost = NewId();
        foreach (var key in Keys(silo, said)) Assert.Equal(lost, await silo.Grains.GetGrain<IIdentityKeyGrain>(key).Claim(lost));

        var answer = await RegisterAsync(silo, said);

        // The next registration takes the claimed place, so that nobody holds a key without existing.
        Assert.Equal(lost, answer.TraineeId);
        Assert.NotNull(await silo.Grains.GetGrain<ITraineeGrain>(lost).Get());
        Assert.Equal(lost, (await RegisterAsync(silo, said with { ProposedId = NewId(), Phone = null })).TraineeId);
        Assert.Equal(lost, (await RegisterAsync(silo, said with { ProposedId = NewId(), RegisterNumber = null })).TraineeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_key_belongs_to_whoever_came_first_until_it_is_given_up(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var key = silo.Grains.GetGrain<IIdentityKeyGrain>($"r:{NewId()}");

        Assert.Null(await key.Holder());
        Assert.Equal("a", await key.Claim("a"));
        Assert.Equal("a", await key.Claim("b"));
        await key.Release("b");
        await silo.Forget(key);
        Assert.Equal("a", await key.Holder());
        await key.Release("a");
        Assert.Null(await key.Holder());
        Assert.Equal("b", await key.Claim("b"));
    }

    private static async Task OnePersonHoldsEveryKey(TestSilo silo, Registration said, RegistrationAnswer[] answers)
    {
        var id = Assert.Single(answers.Select(a => a.TraineeId).Distinct());
        Assert.NotNull(await silo.Grains.GetGrain<ITraineeGrain>(id).Get());
        foreach (var key in Keys(silo, said)) Assert.Equal(id, await silo.Grains.GetGrain<IIdentityKeyGrain>(key).Holder());
    }

    private static IEnumerable<string> Keys(TestSilo silo, Registration said) =>
        IdentityKeys.Of(Evidence.Of(said, silo.Services.GetRequiredService<IdentitySecret>()));

    private static Task<RegistrationAnswer> RegisterAsync(TestSilo silo, Registration said) =>
        silo.Grains.GetGrain<IRegistrationGrain>(0).Register(said);

    /// <summary>A woman of 1985 with a register number and a phone that nobody else in these tests has.</summary>
    private static Registration Somebody()
    {
        var n = Interlocked.Increment(ref people);
        return new Registration
        {
            ProposedId = NewId(), GivenName = "Үүрийнтуяа", Patronymic = "Ганболд", Sex = Sex.Female, BirthYear = 1985,
            RegisterNumber = $"ӨҮ8503{1 + (n % 28):00}{n % 50 * 2:00}", Phone = $"9911{n:0000}", HomeRegion = "MN6416", Consents = Consent.Training, By = "desk",
        };
    }
}
