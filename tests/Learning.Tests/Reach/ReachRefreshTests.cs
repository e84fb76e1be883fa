using Learning.Contracts.Cohorts;
using Learning.Contracts.Reach;
using Learning.Domain.Reach;
using Learning.Domain.Trainees;
using Learning.Silo.Projections;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Learning.Tests.Grains;
using Microsoft.Extensions.DependencyInjection;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Reach;

/// <summary>Whoever keeps a figure hears of what changed it.</summary>
[Collection(GrainCollection.Name)]
public sealed class ReachRefreshTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_could_not_be_told_to_a_shard_is_told_with_the_next_try(DatabaseKind kind)
    {
        var (silo, _, session, person, _) = await fixture.EnrolledAsync(kind);
        await CatchUp(silo);
        var before = await Total(silo, "MN64", RegionKind.Training);

        silo.Held.FailNext("0", nameof(IReachShardGrain.Refresh));
        await silo.AttendAsync(session, person);
        // The projector that runs by itself may be the one that fails; then this one finds everything told.
        for (var tries = 0; tries < 3; tries++) await Record.ExceptionAsync(() => CatchUp(silo));

        Assert.False(silo.Held.IsFailing);
        Assert.Equal(before + 1, await Total(silo, "MN64", RegionKind.Training));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_training_leaves_the_figures_of_its_region_and_of_peoples_homes(DatabaseKind kind)
    {
        var (silo, cohort, person, before) = await EnrolledElsewhereAsync(kind);
        await silo.AttendAsync(silo.Session(cohort), person);
        await CatchUp(silo);
        Assert.Equal((before.Trained + 1, before.Home + 1), await Figures(silo));

        await cohort.Cancel();

        await CatchUp(silo);
        Assert.Equal(before, await Figures(silo));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_check_in_taken_back_leaves_the_figures_although_the_shard_was_loaded_after_it(DatabaseKind kind)
    {
        var (silo, cohort, person, before) = await EnrolledElsewhereAsync(kind);
        var scan = silo.Session(cohort).Tick(person, silo.Clock.Now);
        await silo.SendAsync(silo.Session(cohort), scan);
        await CatchUp(silo);
        Assert.Equal((before.Trained + 1, before.Home + 1), await Figures(silo));

        // A shard that has just been loaded does not know in which regions the person was counted before.
        await silo.Forget(silo.Grains.GetGrain<IReachShardGrain>(0));
        await silo.SendAsync(silo.Session(cohort), scan.Undo(silo.Clock.Now));

        await CatchUp(silo);
        Assert.Equal(before, await Figures(silo));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_done_under_a_record_that_was_merged_counts_for_the_person_and_can_be_taken_back(DatabaseKind kind)
    {
        var (silo, cohort, gone, before) = await EnrolledElsewhereAsync(kind);
        var stays = await silo.PersonAsync();
        await cohort.EnrolAsync(stays);
        var session = silo.Session(cohort);
        var (one, other) = (session.Tick(gone, silo.Clock.Now), session.Tick(stays, silo.Clock.Now));
        await silo.SendAsync(session, one);
        await silo.SendAsync(session, other);
        await CatchUp(silo);
        Assert.Equal((before.Trained + 2, before.Home + 2), await Figures(silo));

        await silo.Merging().Merge(new MergeRequest(gone, stays, "admin", "нэг хүн", NewId()));
        await CatchUp(silo);
        Assert.Equal((before.Trained + 1, before.Home + 1), await Figures(silo));

        // Of the person one mark is left, under the record that is gone.
        await silo.SendAsync(session, other.Undo(silo.Clock.Now));
        await CatchUp(silo);
        Assert.Equal((before.Trained + 1, before.Home + 1), await Figures(silo));

        await silo.SendAsync(session, one.Undo(silo.Clock.Now));
        await CatchUp(silo);
        Assert.Equal(before, await Figures(silo));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task That_a_merge_was_taken_back_is_told_with_the_next_try(DatabaseKind kind)
    {
        var (silo, cohort, gone, before) = await EnrolledElsewhereAsync(kind);
        var stays = await silo.PersonAsync();
        await cohort.EnrolAsync(stays);
        await silo.AttendAsync(silo.Session(cohort), gone);
        var merge = (await silo.Merging().Merge(new MergeRequest(gone, stays, "admin", "нэг хүн", NewId()))).Merge!;
        await CatchUp(silo);
        Assert.Equal((before.Trained + 1, before.Home + 1), await Figures(silo));

        silo.Held.FailNext("0", nameof(IReachShardGrain.Refresh));
        await silo.Merging().Undo(merge.Id, "admin");
        for (var tries = 0; tries < 3; tries++) await Record.ExceptionAsync(() => CatchUp(silo));
        Assert.False(silo.Held.IsFailing);
        Assert.Equal((before.Trained + 1, before.Home + 1), await Figures(silo));

        // What the other did counts for themselves alone: both are there.
        await silo.AttendAsync(silo.Session(cohort), stays);
        await CatchUp(silo);
        Assert.Equal((before.Trained + 2, before.Home + 2), await Figures(silo));
    }

    /// <summary>Somebody from MN64 with a place in a training in MN41, and what the figures of both are before it.</summary>
    private async Task<(TestSilo Silo, ICohortGrain Cohort, string Person, (decimal Trained, decimal Home) Before)> EnrolledElsewhereAsync(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(region: "MN4101"));
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        await CatchUp(silo);
        return (silo, cohort, person, await Figures(silo));
    }

    private static async Task<(decimal Trained, decimal Home)> Figures(TestSilo silo) =>
        (await Total(silo, "MN41", RegionKind.Training), await Total(silo, "MN64", RegionKind.Home));

    private static Task CatchUp(TestSilo silo) => silo.Services.GetRequiredService<ReadModelFreshness>().CatchUp();

    private static async Task<decimal> Total(TestSilo silo, string region, RegionKind kind) =>
        (await silo.Grains.GetGrain<IRegionReachGrain>(region).Answer(new() { Region = region, RegionKind = kind })).Answer.Total;
}
