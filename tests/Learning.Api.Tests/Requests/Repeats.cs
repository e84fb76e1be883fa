using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Requests;

/// <summary>Creating calls with an Idempotency-Key.</summary>
public abstract class Repeats(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task A_repeated_plan_makes_one_cohort_and_gets_the_first_answer()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await Admin.Post("/api/cohorts", Plan(), key)).IsCreated();
        (await Admin.Put($"/api/cohorts/{first.Of("id")}", new { venue = "Өөр газар" })).IsOk();

        var again = (await Admin.Post("/api/cohorts", Plan(), key)).IsCreated();

        Assert.Equal(first.Text, again.Text);
        Assert.Equal(first.Response.Headers.Location, again.Response.Headers.Location);
        Assert.Equal("true", again.Response.Headers.GetValues("Idempotency-Replayed").Single());
    }

    [Fact]
    public async Task Another_body_under_the_same_key_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        (await Admin.Post("/api/cohorts", Plan(), key)).IsCreated();

        Assert.Equal("problem.keyReused", (await Admin.Post("/api/cohorts", Plan(capacity: 21), key)).Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task The_same_key_of_somebody_else_or_for_another_thing_is_another_call()
    {
        var key = Guid.NewGuid().ToString();
        var body = new { givenName = "Хонгор", phone = NewPhone() };
        var first = (await Trainer.Post("/api/trainees", body, key)).IsCreated();
        var other = (await Site.OtherTrainer.Post("/api/trainees", body, key)).IsCreated();

        Assert.Equal(("none", "automatic"), (first.Of("matched"), other.Of("matched")));
        Assert.Equal(first.Of("id"), other.Of("id"));
        (await Trainer.Post("/api/devices", new { name = "Утас" }, key)).IsCreated();
    }

    [Fact]
    public async Task A_repeated_registration_answers_as_the_first_time()
    {
        var key = Guid.NewGuid().ToString();
        var body = new { givenName = "Хулан", phone = NewPhone() };
        var first = (await Admin.Post("/api/trainees", body, key)).IsCreated();
        var again = (await Admin.Post("/api/trainees", body, key)).IsCreated();
        var anew = (await Admin.Post("/api/trainees", body)).IsCreated();

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("automatic", anew.Of("matched"));
    }

    [Fact]
    public async Task A_repeated_badge_is_the_same_badge_and_revokes_nothing()
    {
        var person = await Person();
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Admin.Post($"/api/trainees/{person}/badge", null, key)));

        Assert.Single(answers.Select(a => a.IsCreated().Text).Distinct());
        Assert.Equal(answers[0].Of("badgeId"), Text((await Admin.Get($"/api/trainees/{person}")).IsOk()["badge"]!["badgeId"]));
    }

    [Fact]
    public async Task Two_calls_at_once_under_one_key_make_one_cohort()
    {
        var key = Guid.NewGuid().ToString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Admin.Post("/api/cohorts", Plan(), key)));

        Assert.Single(answers.Select(a => a.IsCreated().Of("id")).Distinct());
    }

    [Fact]
    public async Task A_refused_call_may_be_corrected_under_a_new_key_and_a_bad_key_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        (await Admin.Post("/api/cohorts", new { }, key)).Is(HttpStatusCode.BadRequest);
        (await Admin.Post("/api/cohorts", Plan(), Guid.NewGuid().ToString())).IsCreated();
        (await Admin.Post("/api/cohorts", Plan(), new string('k', 201))).IsInvalid("Idempotency-Key");
    }
}

[Collection(OnSqlite.Name)]
public sealed class RepeatsOnSqlite(SqliteSite site) : Repeats(site);

[Collection(OnPostgres.Name)]
public sealed class RepeatsOnPostgres(PostgresSite site) : Repeats(site);
