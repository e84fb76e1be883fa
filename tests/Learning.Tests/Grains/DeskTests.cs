using System.Collections.Immutable;
using Learning.Contracts.Sessions;
using Learning.Domain.Checkin;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

/// <summary>Marks set at the desk, and headcounts.</summary>
[Collection(GrainCollection.Name)]
public sealed class DeskTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_correction_stands_over_the_scans_and_is_taken_once(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, person) = await PresentAsync(silo);
        var absent = new Correction(NewId(), person, Mark.Absent, "андуурсан", "trainer", silo.Clock.Now);

        Assert.Equal(OperationResult.Done, await session.Correct([absent]));
        await session.Correct([absent with { Mark = Mark.Present }]);

        await silo.Forget(session);
        var mark = (await session.MarkAsync(person))!;
        Assert.Equal((Mark.Absent, absent), (mark.Mark!.Value, mark.Correction));
        Assert.Empty(await session.Attended());
        Assert.Single((await session.Attendance())!.Scans);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_latest_correction_is_in_force_and_taking_it_back_gives_the_scans_their_say(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, person) = await PresentAsync(silo);
        await session.Correct([Desk(silo, person, Mark.Absent)]);
        await session.Correct([Desk(silo, person, Mark.Late)]);
        Assert.Equal(Mark.Late, (await session.MarkAsync(person))!.Mark);

        await session.Correct([Desk(silo, person, null)]);

        Assert.Equal(Mark.Present, (await session.MarkAsync(person))!.Mark);
        Assert.Equal(3, (await session.Attendance())!.Corrections.Length);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Not_yet_marked_is_not_absent(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, _) = await PresentAsync(silo);
        var silent = await silo.PersonAsync("Чимээгүй");

        Assert.Null(await session.MarkAsync(silent));
        await session.Correct([Desk(silo, silent, null)]);
        Assert.Null(await session.MarkAsync(silent));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_scan_that_comes_after_an_absence_was_set_is_kept_and_shown(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, person) = await PresentAsync(silo);
        await session.Correct([Desk(silo, person, Mark.Absent)]);
        Assert.Empty((await session.MarkAsync(person))!.Flags);

        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await silo.SendAsync(session, session.Tick(person, silo.Clock.Now), "phone-2");

        var mark = (await session.MarkAsync(person))!;
        Assert.Equal(Mark.Absent, mark.Mark);
        Assert.Equal(["corrected"], mark.Flags.AsEnumerable());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Accepting_what_waits_for_review_is_a_correction(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, _) = await PresentAsync(silo);
        var own = await silo.PersonAsync("Өөрөө");
        await silo.SendAsync(session, session.Tick(own, silo.Clock.Now) with { Method = ScanMethod.Self });
        Assert.DoesNotContain(own, await session.Attended());

        silo.Clock.Advance(TimeSpan.FromMinutes(1));
        await session.Correct([Desk(silo, own, Mark.Present)]);

        Assert.Contains(own, await session.Attended());
        Assert.Empty((await session.MarkAsync(own))!.Flags);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Marking_somebody_who_is_not_on_the_roster_enrols_them(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var person = await silo.PersonAsync();

        Assert.Equal(OperationResult.Done, await silo.Session(cohort).Correct([Desk(silo, person, Mark.Present)]));

        Assert.Equal((EnrolmentState.Enrolled, EnrolmentMethod.WalkIn), ((await cohort.Get())!.Find(person)!.State, (await cohort.Get())!.Find(person)!.Method));
        Assert.Equal(CohortState.Running, (await cohort.Get())!.State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_unknown_person_or_session_is_refused_and_nothing_of_the_call_is_taken(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, person) = await PresentAsync(silo);

        Assert.Equal(new OperationResult("trainee.unknown", "traineeId"), await session.Correct([Desk(silo, person, Mark.Absent), Desk(silo, NewId(), Mark.Present)]));
        Assert.Equal("session.unknown", (await silo.Grains.GetGrain<ISessionGrain>(SessionId.Of(NewId(), 1)).Correct([Desk(silo, person, Mark.Absent)])).Code);
        Assert.Equal(Mark.Present, (await session.MarkAsync(person))!.Mark);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_headcount_replaces_the_one_before_and_never_adds_to_named_people(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var (session, person) = await PresentAsync(silo);
        ImmutableArray<HeadcountCell> cells = [new HeadcountCell(Sex.Female, "25-34", 3), new HeadcountCell(Sex.Male, "", 2)];

        await session.SetHeadcount([new HeadcountCell(Sex.NotStated, "", 40)], "trainer");
        Assert.Equal(OperationResult.Done, await session.SetHeadcount(cells, "trainer"));

        await silo.Forget(session);
        Assert.Equal(cells.AsEnumerable(), (await session.Attendance())!.Headcount);
        Assert.Equal([person], (await session.Attended()).AsEnumerable());
        Assert.Equal("session.unknown", (await silo.Grains.GetGrain<ISessionGrain>(SessionId.Of(NewId(), 1)).SetHeadcount(cells, "trainer")).Code);
    }

    private static Correction Desk(TestSilo silo, string person, Mark? mark) => new(NewId(), person, mark, "ширээнээс", "trainer", silo.Clock.Now);

    private static async Task<(ISessionGrain Session, string Person)> PresentAsync(TestSilo silo)
    {
        var cohort = await silo.CohortAsync();
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        await silo.AttendAsync(silo.Session(cohort), person);
        return (silo.Session(cohort), person);
    }
}
