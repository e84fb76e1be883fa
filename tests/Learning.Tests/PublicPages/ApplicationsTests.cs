using System.Security.Claims;
using Learning.Contracts.Cohorts;
using Learning.Contracts.Trainees;
using Learning.Domain.Cohorts;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Grains;
using Learning.Web.Pages.Apply;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.PublicPages;

/// <summary>Applications from the public page, where anybody can claim to be anybody.</summary>
[Collection(GrainCollection.Name)]
public sealed class ApplicationsTests(GrainFixture fixture)
{
    private static int people;

    private static readonly ClaimsPrincipal Anyone = new();

    [Fact]
    public async Task Somebody_new_gets_a_profile_with_their_consents_and_their_PIN_and_waits_for_an_answer()
    {
        var silo = await fixture.On(DatabaseKind.Sqlite);
        var cohort = await silo.CohortAsync();
        var audit = new KeptAudit();

        var outcome = await new Applications(silo.Grains, audit).Send(Anyone, cohort.GetPrimaryKeyString(), Filled().ToRegistration("NUH-285"), "4711");

        var trainee = silo.Grains.GetGrain<ITraineeGrain>(outcome.TraineeId);
        var profile = (await trainee.Get())!.Profile;
        Assert.Equal(EnrolmentState.Requested, outcome.State);
        Assert.Equal(PinCheck.Right, await trainee.TryPin("4711"));
        Assert.Equal(Consent.Training | Consent.Certificate | Consent.Photo, profile.Consents);
        Assert.Equal(("Дөлгөөн", 1988, "MN6416", "NUH-285"), (profile.GivenName, profile.BirthYear, profile.HomeRegion, profile.Organisation));
        Assert.Equal([("enrolment.apply", cohort.GetPrimaryKeyString(), outcome.TraineeId)], audit.Notes);
    }

    [Fact]
    public async Task A_form_sent_many_times_at_once_registers_one_person_once()
    {
        var silo = await fixture.On(DatabaseKind.Sqlite);
        var cohort = await silo.CohortAsync();
        var applications = new Applications(silo.Grains, new KeptAudit());
        var registration = Filled().ToRegistration(null);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => applications.Send(Anyone, cohort.GetPrimaryKeyString(), registration, "4711")));

        Assert.Single(outcomes.Select(o => o.TraineeId).Distinct());
        Assert.Single((await cohort.Get())!.Roster);
    }

    [Fact]
    public async Task Applying_in_the_name_of_somebody_known_changes_neither_their_PIN_nor_their_profile()
    {
        var silo = await fixture.On(DatabaseKind.Sqlite);
        var cohort = await silo.CohortAsync();
        var applications = new Applications(silo.Grains, new KeptAudit());
        var own = Filled();
        var first = await applications.Send(Anyone, cohort.GetPrimaryKeyString(), own.ToRegistration("NUH-285"), "4711");
        var trainee = silo.Grains.GetGrain<ITraineeGrain>(first.TraineeId);
        var before = (await trainee.Get())!.Profile;

        // Whoever it is knows phone and name, and fills in everything else differently.
        var posing = own with { Token = NewId(), Patronymic = "Д", HomeRegion = "MN8201", Consents = ["training", "certificate", "donorExport", "photo"] };
        var second = await applications.Send(Anyone, cohort.GetPrimaryKeyString(), posing.ToRegistration("NUH-001"), "9999");

        Assert.Equal(first.TraineeId, second.TraineeId);
        Assert.Equal(before, (await trainee.Get())!.Profile);
        Assert.Equal(PinCheck.Wrong, await trainee.TryPin("9999"));
        Assert.Equal(PinCheck.Right, await trainee.TryPin("4711"));
    }

    [Fact]
    public async Task A_form_sent_again_later_does_not_take_a_changed_PIN_back()
    {
        var silo = await fixture.On(DatabaseKind.Sqlite);
        var cohort = await silo.CohortAsync();
        var applications = new Applications(silo.Grains, new KeptAudit());
        var registration = Filled().ToRegistration(null);
        var trainee = silo.Grains.GetGrain<ITraineeGrain>((await applications.Send(Anyone, cohort.GetPrimaryKeyString(), registration, "4711")).TraineeId);
        await trainee.SetPin("123456");

        await applications.Send(Anyone, cohort.GetPrimaryKeyString(), registration, "4711");

        Assert.Equal(PinCheck.Right, await trainee.TryPin("123456"));
    }

    [Fact]
    public async Task The_same_form_filled_in_for_a_colleague_is_another_application()
    {
        var silo = await fixture.On(DatabaseKind.Sqlite);
        var cohort = await silo.CohortAsync();
        var applications = new Applications(silo.Grains, new KeptAudit());
        var own = Filled();

        var first = await applications.Send(Anyone, cohort.GetPrimaryKeyString(), own.ToRegistration(null), "4711");
        var second = await applications.Send(Anyone, cohort.GetPrimaryKeyString(), (own with { GivenName = "Үүрийнтуяа" }).ToRegistration(null), "4712");

        Assert.NotEqual(first.TraineeId, second.TraineeId);
        Assert.Equal(2, (await cohort.Get())!.Roster.Length);
    }

    [Fact]
    public async Task A_cohort_that_is_not_open_refuses()
    {
        var silo = await fixture.On(DatabaseKind.Sqlite);
        var cohort = await silo.CohortAsync(open: false);

        var outcome = await new Applications(silo.Grains, new KeptAudit()).Send(Anyone, cohort.GetPrimaryKeyString(), Filled().ToRegistration(null), "4711");

        Assert.Equal("cohort.notOpen", outcome.Refused);
    }

    private static ApplicationForm Filled() => new()
    {
        Token = NewId(), Patronymic = "Доржийн", GivenName = "Дөлгөөн", Sex = "female", BirthYear = "1988", Phone = $"8{Interlocked.Increment(ref people):0000000}",
        HomeRegion = "MN6416", Consents = ["training", "certificate", "photo"], Pin = "4711",
    };
}
