using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Silo.Storage;
using Learning.Tests.Databases;
using Orleans;
using Orleans.Runtime;
using static Learning.Tests.Grains.Training;

namespace Learning.Tests.Grains;

[Collection(GrainCollection.Name)]
public sealed class CohortTests(GrainFixture fixture)
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Planning_again_alike_changes_nothing_and_otherwise_is_refused(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 5), open: false);

        Assert.Equal(OperationResult.Done, await cohort.Plan(Plan(capacity: 5)));
        Assert.Equal("cohort.exists", (await cohort.Plan(Plan(capacity: 6))).Code);

        await silo.Forget(cohort);
        var read = (await cohort.Get())!;
        Assert.Equal((CohortState.Planned, 5), (read.State, read.Plan.Capacity));
        Assert.Equal("Соёлын төв", read.Plan.Venue);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_can_be_done_with_a_cohort_that_nobody_planned(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = silo.Grains.GetGrain<Learning.Contracts.Cohorts.ICohortGrain>(NewId());

        Assert.Null(await cohort.Get());
        Assert.Null(await cohort.Frame(1));
        Assert.Equal("cohort.unknown", (await cohort.Open()).Code);
        Assert.Equal("cohort.unknown", (await cohort.Close("admin")).Code);
        Assert.Equal("cohort.unknown", (await cohort.Cancel()).Code);
        Assert.Equal("cohort.unknown", (await cohort.Replan(Plan())).Code);
        Assert.Equal("cohort.unknown", Assert.Single(await cohort.EnrolAsync("x")).Refused);
        Assert.Equal("cohort.unknown", (await cohort.AdmitWalkIn(Asking("x"))).Refused);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_finds_no_place_waits_and_moves_up_in_the_order_of_asking(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 2));

        var states = await cohort.EnrolAsync("a", "b", "c", "d", "e");
        Assert.Equal(
            [EnrolmentState.Enrolled, EnrolmentState.Enrolled, EnrolmentState.Waitlisted, EnrolmentState.Waitlisted, EnrolmentState.Waitlisted],
            states.Select(s => s.State!.Value));

        Assert.Equal(EnrolmentState.Withdrawn, (await cohort.Withdraw("a")).State);
        await cohort.Withdraw("d");
        await cohort.Withdraw("b");

        // a's place went to c, b's to e: d had given up before its turn came.
        await silo.Forget(cohort);
        Assert.Equal(
            [EnrolmentState.Withdrawn, EnrolmentState.Withdrawn, EnrolmentState.Enrolled, EnrolmentState.Withdrawn, EnrolmentState.Enrolled],
            await cohort.StandingAsync("a", "b", "c", "d", "e"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Enrolling_again_changes_nothing(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 1));
        await cohort.EnrolAsync("a", "b");
        var before = (await cohort.Get())!;

        await cohort.EnrolAsync("b", "a", "a");

        var after = (await cohort.Get())!;
        Assert.Equal(before.RosterVersion, after.RosterVersion);
        Assert.Equal(before.Roster.AsEnumerable(), after.Roster);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_withdrew_and_asks_again_goes_to_the_end_of_the_queue(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 1));
        await cohort.EnrolAsync("a", "b", "c");
        await cohort.Withdraw("b");
        await cohort.EnrolAsync("b");

        await cohort.Withdraw("a");
        Assert.Equal([EnrolmentState.Enrolled, EnrolmentState.Waitlisted], await cohort.StandingAsync("c", "b"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_larger_capacity_lets_people_in_and_a_smaller_one_puts_nobody_out(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 1));
        await cohort.EnrolAsync("a", "b", "c", "d");

        Assert.True((await cohort.Replan(Plan(capacity: 3))).IsDone);
        Assert.Equal([EnrolmentState.Enrolled, EnrolmentState.Enrolled, EnrolmentState.Enrolled, EnrolmentState.Waitlisted], await cohort.StandingAsync("a", "b", "c", "d"));

        Assert.True((await cohort.Replan(Plan(capacity: 1))).IsDone);
        Assert.Equal(3, (await cohort.Get())!.Places);

        // Three hold places where there is one: the first two to leave make no room.
        await cohort.Withdraw("a");
        await cohort.Withdraw("b");
        Assert.Equal([EnrolmentState.Waitlisted], await cohort.StandingAsync("d"));
        await cohort.Withdraw("c");
        Assert.Equal([EnrolmentState.Enrolled], await cohort.StandingAsync("d"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_plan_keeps_course_region_and_number_of_sessions(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();

        Assert.Equal("cohort.fixed", (await cohort.Replan(Plan() with { RegionCode = "MN84" })).Code);
        Assert.Equal("cohort.fixed", (await cohort.Replan(Plan(course: Course(passMark: 60)))).Code);
        Assert.Equal("cohort.fixed", (await cohort.Replan(Plan() with { Sessions = [new SessionPlan(1, Day, 12)] })).Code);
        Assert.Equal(OperationResult.Done, await cohort.Replan(Plan() with { Venue = "Сургууль" }));
        Assert.Equal("Сургууль", (await cohort.Get())!.Plan.Venue);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_application_waits_for_a_decision_and_keeps_its_place_in_the_queue(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 1));
        await cohort.EnrolAsync("first");

        Assert.Equal(EnrolmentState.Requested, (await cohort.Apply(Asking("early"))).State);
        Assert.Equal(EnrolmentState.Requested, (await cohort.Apply(Asking("early"))).State);
        await cohort.EnrolAsync("later");
        Assert.Equal(EnrolmentState.Waitlisted, (await cohort.Approve("early")).State);
        await cohort.Withdraw("first");

        // Who asked first moves up first, however long the decision took.
        Assert.Equal([EnrolmentState.Enrolled, EnrolmentState.Waitlisted], await cohort.StandingAsync("early", "later"));
        Assert.Equal(EnrolmentMethod.Application, (await cohort.Get())!.Find("early")!.Method);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_declined_application_can_be_made_again_and_then_approved(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        await cohort.Apply(Asking("a"));

        Assert.Equal(EnrolmentState.Declined, (await cohort.Decline("a")).State);
        Assert.Equal(EnrolmentState.Requested, (await cohort.Apply(Asking("a"))).State);
        Assert.Equal(EnrolmentState.Enrolled, (await cohort.Approve("a")).State);
        Assert.Equal(EnrolmentState.Enrolled, (await cohort.Approve("a")).State);
        Assert.Equal("enrolment.unknown", (await cohort.Approve("nobody")).Refused);
        Assert.Equal("enrolment.unknown", (await cohort.Withdraw("nobody")).Refused);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_applies_to_a_cohort_that_is_not_shown(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(open: false);

        Assert.Equal("cohort.notOpen", (await cohort.Apply(Asking("a"))).Refused);
        await cohort.Open();
        Assert.Equal(EnrolmentState.Requested, (await cohort.Apply(Asking("a"))).State);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_walks_in_is_enrolled_beyond_the_capacity_and_takes_nobodys_place(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync(Plan(capacity: 1));
        await cohort.EnrolAsync("a", "b");

        Assert.Equal(EnrolmentState.Enrolled, (await cohort.AdmitWalkIn(Asking("w"))).State);
        Assert.Equal([EnrolmentState.Enrolled, EnrolmentState.Waitlisted, EnrolmentState.Enrolled], await cohort.StandingAsync("a", "b", "w"));
        Assert.Equal(EnrolmentMethod.WalkIn, (await cohort.Get())!.Find("w")!.Method);

        // Somebody who waits and simply comes is let in, too, and keeps the facts as of the day.
        Assert.Equal(EnrolmentState.Enrolled, (await cohort.AdmitWalkIn(Asking("b"))).State);
        Assert.Equal(3, (await cohort.Get())!.Places);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Facts_are_those_of_the_day_of_enrolment(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        await cohort.EnrolAsync("a");

        await cohort.Enrol([Asking("a") with { Facts = new("MN84", "ngo-9", 1999, Learning.Domain.Trainees.Sex.Male) }]);

        Assert.Equal(Asking("a").Facts, (await cohort.Get())!.Find("a")!.Facts);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancelled_cohort_takes_nobody_and_cannot_be_closed_or_opened(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);
        await silo.AttendAsync(silo.Session(cohort), person);

        Assert.Equal(OperationResult.Done, await cohort.Cancel());
        Assert.Equal(OperationResult.Done, await cohort.Cancel());

        Assert.Equal("cohort.cancelled", (await cohort.Close("admin")).Code);
        Assert.Equal("cohort.over", (await cohort.Open()).Code);
        Assert.Equal("cohort.over", (await cohort.Replan(Plan())).Code);
        Assert.Equal("cohort.over", Assert.Single(await cohort.EnrolAsync("b")).Refused);
        Assert.Equal("cohort.over", (await cohort.AdmitWalkIn(Asking("b"))).Refused);
        Assert.True((await silo.Session(cohort).Attendance())!.Frame.Closed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_mark_sets_a_cohort_running_and_only_then_can_it_be_closed(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        var person = await silo.PersonAsync();
        await cohort.EnrolAsync(person);

        Assert.Equal("cohort.notStarted", (await cohort.Close("admin")).Code);
        await silo.AttendAsync(silo.Session(cohort), person);

        Assert.Equal(CohortState.Running, (await cohort.Get())!.State);
        Assert.Equal("cohort.over", (await cohort.Open()).Code);
        Assert.Equal(OperationResult.Done, await cohort.Close("admin"));
        Assert.Equal(CohortState.Closed, (await cohort.Get())!.State);
        Assert.Equal("cohort.over", (await cohort.Cancel()).Code);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Scores_are_kept_and_people_who_are_not_on_the_roster_are_named(DatabaseKind kind)
    {
        var silo = await fixture.On(kind);
        var cohort = await silo.CohortAsync();
        await cohort.EnrolAsync("a", "b");

        var unknown = await cohort.Score([new Score("a", IsPost: false, 40), new Score("a", IsPost: true, 75.5m), new Score("x", true, 90), new Score("x", false, 10)]);

        Assert.Equal(["x"], unknown.AsEnumerable());
        await silo.Forget(cohort);
        var a = (await cohort.Get())!.Find("a")!;
        Assert.Equal((40m, 75.5m), (a.PreScore, a.PostScore));
        Assert.Null((await cohort.Get())!.Find("b")!.PostScore);
    }
}
