using System.Net;
using Learning.Api.Tests.Site;
using Learning.Contracts.Cohorts;
using Learning.Domain.Cohorts;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;

namespace Learning.Api.Tests.Cohorts;

/// <summary>Enrolling, waiting, withdrawing, applications.</summary>
public abstract class Rosters(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task Beyond_capacity_people_wait_and_a_freed_place_goes_to_the_first()
    {
        var cohort = await Cohort(capacity: 2);
        string[] people = [await Person("Анар"), await Person("Болд"), await Person("Цэцэг"), await Person("Дулам")];

        var answer = (await Trainer.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = people })).IsOk();
        Assert.Equal(["enrolled", "enrolled", "waitlisted", "waitlisted"], answer.Json.AsArray().Select(i => Text(i!["state"])));
        Assert.Equal(people, answer.Json.AsArray().Select(i => Text(i!["traineeId"])));

        Assert.Equal("withdrawn", (await Trainer.Delete($"/api/cohorts/{cohort}/enrolments/{people[0]}")).IsOk().Of("state"));
        Assert.Equal(["withdrawn", "enrolled", "enrolled", "waitlisted"], await States(cohort));

        // Coming back means going to the end of the queue.
        var back = (await Trainer.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new[] { people[0] } })).IsOk();
        Assert.Equal("waitlisted", Text(back.Json[0]!["state"]));
        (await Trainer.Delete($"/api/cohorts/{cohort}/enrolments/{people[1]}")).IsOk();
        var states = (await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray().ToDictionary(e => Text(e!["traineeId"]), e => Text(e!["state"]));
        Assert.Equal(("enrolled", "waitlisted"), (states[people[3]], states[people[0]]));
    }

    [Fact]
    public async Task Enrolling_again_changes_nothing_and_unknown_people_are_refused_by_item()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort);
        var nobody = LearningId.From("test", person);

        var answer = (await Trainer.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new[] { person, nobody, "x", null, person } })).IsOk().Json.AsArray();

        Assert.Equal(["enrolled", null, null, null, "enrolled"], answer.Select(i => i!["state"]?.GetValue<string>()));
        Assert.All(answer.Skip(1).Take(3), i => Assert.Equal("trainee.unknown", Text(i!["refused"])));
        Assert.Single(await States(cohort));
    }

    [Fact]
    public async Task Nobody_or_too_many_at_once_are_refused()
    {
        var cohort = await Cohort();

        (await Trainer.Post($"/api/cohorts/{cohort}/enrolments", new { })).IsInvalid("traineeIds");
        (await Trainer.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new string[501] })).IsInvalid("traineeIds");
    }

    [Fact]
    public async Task An_application_is_approved_or_declined()
    {
        var cohort = await Cohort();
        (await Admin.Post($"/api/cohorts/{cohort}/open")).IsOk();
        var (one, other) = (await Person(), await Person("Ганболд"));
        var grain = Site.Grains.GetGrain<ICohortGrain>(cohort);
        foreach (var person in new[] { one, other }) await grain.Apply(new EnrolmentRequest(person, new PersonAsOf("MN6416", null, 1988, Sex.Female)));
        Assert.Equal(["requested", "requested"], await States(cohort));

        Assert.Equal("enrolled", (await Trainer.Post($"/api/cohorts/{cohort}/enrolments/{one}/approve")).IsOk().Of("state"));
        Assert.Equal("declined", (await Trainer.Post($"/api/cohorts/{cohort}/enrolments/{other}/decline")).IsOk().Of("state"));

        Assert.Equal(["enrolled", "declined"], await States(cohort));
    }

    [Fact]
    public async Task Somebody_who_is_not_on_the_roster_cannot_be_withdrawn()
    {
        var cohort = await Cohort();
        var stranger = await Person();

        (await Trainer.Delete($"/api/cohorts/{cohort}/enrolments/{stranger}")).Is(HttpStatusCode.NotFound);
        (await Trainer.Delete($"/api/cohorts/{cohort}/enrolments/x")).Is(HttpStatusCode.NotFound);
        (await Trainer.Post($"/api/cohorts/{cohort}/enrolments/{stranger}/approve")).Is(HttpStatusCode.NotFound);
    }

    private async Task<string[]> States(string cohort) =>
        [.. (await Admin.Get($"/api/cohorts/{cohort}/enrolments")).IsOk()["items"]!.AsArray().Select(e => Text(e!["state"]))];
}

[Collection(OnSqlite.Name)]
public sealed class RostersOnSqlite(SqliteSite site) : Rosters(site);

[Collection(OnPostgres.Name)]
public sealed class RostersOnPostgres(PostgresSite site) : Rosters(site);
