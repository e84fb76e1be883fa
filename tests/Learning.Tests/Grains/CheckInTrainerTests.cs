using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Grains.Sessions;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Providers;
using Orleans.Runtime;
using Orleans.Storage;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>The table of server rules in checkin-protocol.md: whose session it is, as of the moment in which scans arrive.</summary>
[Collection(GrainCollection.Name)]
public sealed class CheckInTrainerTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Who_teaches_checks_in_from_the_moment_the_plan_says_so_and_no_longer_than_that(DatabaseKind kind)
    {
        var (silo, cohort, session, person, _) = await fixture.EnrolledAsync(kind);
        Assert.Equal("notYours", await RefusedAsync(silo, session, person, "Үүрд"));

        await cohort.Replan(Plan() with { Trainers = ["trainer", "үүрд"] });
        Assert.Null(await RefusedAsync(silo, session, person, "Үүрд"));
        await silo.Forget(session);
        Assert.Null(await RefusedAsync(silo, session, person, "Үүрд"));

        await cohort.Replan(Plan());
        Assert.Equal("notYours", await RefusedAsync(silo, session, person, "Үүрд"));
        Assert.Null(await RefusedAsync(silo, session, person, "trainer"));
        Assert.Null(await RefusedAsync(silo, session, person, null));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_from_before_it_knew_its_trainers_asks_the_cohort(DatabaseKind kind)
    {
        var (silo, _, session, person, _) = await fixture.EnrolledAsync(kind);
        var storage = silo.Services.GetRequiredKeyedService<IGrainStorage>(ProviderConstants.DEFAULT_STORAGE_PROVIDER_NAME);
        var (id, stored) = (GrainId.Create("session", session.GetPrimaryKeyString()), new GrainState<StoredSession>(new StoredSession()));
        await storage.ReadStateAsync("session", id, stored);
        stored.State = stored.State! with { Frame = stored.State.Frame! with { Trainers = null } };
        await storage.WriteStateAsync("session", id, stored);
        await silo.Forget(session);

        Assert.Equal("notYours", await RefusedAsync(silo, session, person, "somebody"));
        Assert.Null(await RefusedAsync(silo, session, person, "Trainer"));
    }

    private static async Task<string?> RefusedAsync(TestSilo silo, ISessionGrain session, string person, string? trainer)
    {
        var result = Assert.Single(await session.Record(new ScanUpload("phone-1", [session.Tick(person, silo.Clock.Now)], default, silo.Clock.Now, [], trainer)));
        return result.Status == ScanStatus.Quarantined ? Assert.Single(result.Reasons) : null;
    }
}
