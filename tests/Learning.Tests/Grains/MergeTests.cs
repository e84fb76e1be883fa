using Learning.Contracts.Trainees;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Two records of one person: merged, and taken apart again.</summary>
[Collection(GrainCollection.Name)]
public sealed class MergeTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_merge_is_a_fact_of_the_record_that_is_gone_and_changes_nothing_else(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (a, b) = (await silo.PersonAsync(), await silo.PersonAsync());
        var before = (A: await Record(silo, a), B: await Record(silo, b));

        var merge = Assert.IsType<Merge>((await MergeAsync(silo, a, b, "утсаар лавласан")).Merge);

        Assert.Equal(new Merge($"{a}~1", b, "admin", TestSilo.Start, "утсаар лавласан", merge.Request), merge);
        await silo.Forget(Grain(silo, a));
        Assert.Equivalent(before.A with { Merges = [merge] }, await Record(silo, a), strict: true);
        Assert.Equivalent(before.B with { OtherRecords = [a] }, await Record(silo, b), strict: true);
        Assert.Equal((b, b), ((await silo.Grains.Survivor(a))!.Id, (await silo.Grains.Survivor(b))!.Id));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Taking_it_back_leaves_both_as_they_were_but_for_the_history(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (a, b) = (await silo.PersonAsync(), await silo.PersonAsync());
        var before = (A: await Record(silo, a), B: await Record(silo, b));
        var merge = (await MergeAsync(silo, a, b)).Merge!;
        silo.Clock.Advance(TimeSpan.FromDays(1));

        var undone = (await silo.Merging().Undo(merge.Id, "admin2")).Merge!;

        Assert.Equal(merge with { Undone = new MergeUndo("admin2", TestSilo.Start.AddDays(1)) }, undone);
        Assert.Equivalent(before.A with { Merges = [undone] }, await Record(silo, a), strict: true);
        Assert.Equivalent(before.B, await Record(silo, b), strict: true);
        // Said again it is the same; merged again it is another.
        Assert.Equal(undone, (await silo.Merging().Undo(merge.Id, "admin3")).Merge);
        var again = (await MergeAsync(silo, a, b)).Merge!;
        Assert.Equal($"{a}~2", again.Id);
        await silo.Merging().Undo(merge.Id, "admin");
        Assert.Equal((b, a), ((await Record(silo, a)).MergedInto, (await Record(silo, b)).OtherRecords.Single()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Chains_lead_to_the_last_and_an_undo_restores_one_alone(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (a, b, c, d) = (await silo.PersonAsync(), await silo.PersonAsync(), await silo.PersonAsync(), await silo.PersonAsync());
        var first = (await MergeAsync(silo, a, b)).Merge!;
        var second = (await MergeAsync(silo, b, c)).Merge!;
        // Whoever names a record that was merged means who it turned out to be.
        Assert.Equal(c, (await MergeAsync(silo, d, a)).Merge!.Into);
        Assert.Equal([c, c, c, c], await Survivors(silo, a, b, c, d));
        Assert.Equal(new[] { c, b, d, a }.Order(), (await silo.Grains.Records(await Record(silo, c))).Select(r => r.Id).Order());

        await silo.Merging().Undo(first.Id, "admin");
        Assert.Equal([a, c, c, c], await Survivors(silo, a, b, c, d));
        await MergeAsync(silo, a, b);
        Assert.Equal([c, c, c, c], await Survivors(silo, a, b, c, d));
        await silo.Merging().Undo(second.Id, "admin");
        // The second time it was merged into the one that B had turned out to be.
        Assert.Equal([c, b, c, c], await Survivors(silo, a, b, c, d));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_must_not_be_merged_is_refused_in_words(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (a, b, gone) = (await silo.PersonAsync(), await silo.PersonAsync(), NewId());
        await silo.Grains.GetGrain<ITraineeGrain>(gone).Register(new Profile { GivenName = "Өлзий" }, "import:1");
        await silo.Grains.GetGrain<ITraineeGrain>(gone).Retract("1");

        async Task Refused(string code, string? field, string one, string into) =>
            Assert.Equal(MergeOutcome.Refused(code, field), await MergeAsync(silo, one, into));
        await Refused("trainee.unknown", null, NewId(), a);
        await Refused("trainee.unknown", "into", a, NewId());
        await Refused("merge.same", "into", a, a);
        await Refused("merge.retracted", null, gone, a);
        await Refused("merge.retracted", "into", a, gone);
        await Refused("merge.otherSex", "into", a, await Said(silo, p => p with { Sex = Sex.Male }));
        await Refused("merge.otherBirthYear", "into", a, await Said(silo, p => p with { BirthYear = 1983 }));
        await Refused("merge.otherRegisterNumber", "into", await Said(silo, p => p with { RegisterHash = "one" }), await Said(silo, p => p with { RegisterHash = "other" }));
        Assert.Equal("merge.unknown", (await silo.Merging().Undo($"{a}~1", "admin")).Result.Code);
        Assert.Equal("merge.unknown", (await silo.Merging().Undo("x", "admin")).Result.Code);

        // Another name is no contradiction for a human who has looked, nor is a year more or less.
        var other = await Said(silo, p => p with { GivenName = "Батцэцэг", Patronymic = "Д.", BirthYear = 1986 });
        Assert.NotNull((await MergeAsync(silo, other, b)).Merge);
        await Refused("merge.already", null, other, a);
        await Refused("merge.same", "into", b, other);
        // 1984 contradicts 1986, though not the record that stands for both.
        await Refused("merge.otherBirthYear", "into", await Said(silo, p => p with { BirthYear = 1984 }), b);
        Assert.Empty((await Record(silo, a)).Merges);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_repeat_is_the_same_merge_and_completes_one_that_was_cut_off(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (a, b) = (await silo.PersonAsync(), await silo.PersonAsync());
        var request = new MergeRequest(a, b, "admin", "", NewId());

        // The power went between the two writes: nothing is merged.
        await Grain(silo, b).AddRecord(a);
        Assert.Equal([b], (await silo.Grains.Records(await Record(silo, b))).Select(r => r.Id));
        var merge = (await silo.Merging().Merge(request)).Merge!;
        Assert.Equal(merge, (await silo.Merging().Merge(request)).Merge);
        Assert.Equal((1, 1), ((await Record(silo, a)).Merges.Length, (await Record(silo, b)).OtherRecords.Length));

        // And between the two writes of the undo.
        await Grain(silo, a).UndoMerge(merge.Id, "admin");
        Assert.Equal([b], (await silo.Grains.Records(await Record(silo, b))).Select(r => r.Id));
        await silo.Merging().Undo(merge.Id, "admin");
        Assert.Empty((await Record(silo, b)).OtherRecords);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_who_merge_each_into_the_other_at_once_one_is_told_that_it_is_done(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        for (var round = 0; round < 10; round++)
        {
            var (a, b) = (await silo.PersonAsync(), await silo.PersonAsync());
            var outcomes = await Task.WhenAll(MergeAsync(silo, a, b), MergeAsync(silo, b, a));
            Assert.Equal(["", "merge.same"], outcomes.Select(o => o.Result.Code ?? "").Order());
            Assert.Single(new[] { await Record(silo, a), await Record(silo, b) }, r => r.MergedInto is null);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_badge_of_a_merged_record_checks_the_person_in(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var (a, b, c) = (await silo.PersonAsync(), await silo.PersonAsync(), await silo.PersonAsync());
        var badge = await silo.BadgeAsync(a);
        await cohort.EnrolAsync(c);
        await MergeAsync(silo, a, b);
        await MergeAsync(silo, b, c);

        await silo.SendAsync(silo.Session(cohort), silo.Session(cohort).Scan(badge, silo.Clock.Now));

        Assert.Equal(Mark.Present, (await silo.Session(cohort).MarkAsync(c))!.Mark);
        Assert.Null(await silo.Session(cohort).MarkAsync(a));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Any_badge_of_a_person_checks_in_the_record_that_has_the_place(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (gone, stays) = (await silo.PersonAsync(), await silo.PersonAsync());
        string[] badges = [await silo.BadgeAsync(gone), await silo.BadgeAsync(stays)];
        await MergeAsync(silo, gone, stays);

        foreach (var badge in badges)
        {
            var cohort = await silo.CohortAsync();
            await cohort.EnrolAsync(gone);
            var session = silo.Session(cohort);
            var answer = await silo.SendAsync(session, session.Scan(badge, silo.Clock.Now));

            Assert.Equal((gone, ScanEffect.Counted), (answer.TraineeId!, answer.Effect!.Value));
            Assert.Empty(answer.Reasons);
            Assert.Equal([EnrolmentState.Enrolled, null], await cohort.StandingAsync(gone, stays));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_tick_on_a_line_of_the_roster_is_on_that_line_also_after_a_merge(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var (a, b) = (await silo.PersonAsync(), await silo.PersonAsync());
        await cohort.EnrolAsync(a);
        await MergeAsync(silo, a, b);
        var session = silo.Session(cohort);

        await silo.SendAsync(session, session.Tick(a, silo.Clock.Now));

        Assert.Equal((Mark.Present, true), ((await session.MarkAsync(a))!.Mark!.Value, (await session.MarkAsync(b)) is null));
        Assert.Equal([EnrolmentState.Enrolled, null], await cohort.StandingAsync(a, b));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_registers_with_what_two_merged_records_know_is_that_person(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var phone = $"88{Random.Shared.Next(100_000, 999_999)}";
        Registration Said(string? register, string? with) => new()
        {
            ProposedId = NewId(), GivenName = "Мөнхзул", Patronymic = "Бат", Sex = Sex.Female, RegisterNumber = register, Phone = with, By = "admin",
        };
        var number = $"УБ{Random.Shared.Next(80, 99)}0101{Random.Shared.Next(10, 99)}";
        var registration = silo.Grains.GetGrain<IRegistrationGrain>(0);
        var (a, b) = ((await registration.Register(Said(number, null))).TraineeId, (await registration.Register(Said(null, phone))).TraineeId);
        await MergeAsync(silo, a, b);

        foreach (var said in new[] { Said(number, null), Said(null, phone), Said(number, phone) })
            Assert.Equal((b, true), ((await registration.Register(said)).TraineeId, (await registration.Register(said with { ProposedId = NewId() })).Matched));
    }

    private static async Task<string> Said(TestSilo silo, Func<Profile, Profile> change)
    {
        var id = await silo.PersonAsync();
        await Grain(silo, id).Update(change((await Record(silo, id)).Profile));
        return id;
    }

    private static Task<MergeOutcome> MergeAsync(TestSilo silo, string one, string into, string reason = "") =>
        silo.Merging().Merge(new MergeRequest(one, into, "admin", reason, NewId()));

    private static async Task<string[]> Survivors(TestSilo silo, params string[] ids) => [.. (await Task.WhenAll(ids.Select(id => silo.Grains.Survivor(id)))).Select(t => t!.Id)];

    private static ITraineeGrain Grain(TestSilo silo, string id) => silo.Grains.GetGrain<ITraineeGrain>(id);

    private static async Task<Trainee> Record(TestSilo silo, string id) => (await Grain(silo, id).Get())!;
}
