using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Reach;

/// <summary>A training of trainers, and whom those whom it trained train afterwards.</summary>
public abstract class CascadeScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task Whom_a_trained_trainer_trains_is_indirect_reach_of_the_training_of_trainers()
    {
        var account = await Account();
        var tot = await CohortOf("TOT-201", days: 5, startsIn: -10, "trainer");
        var (graduate, idle, dropout) = (await Enrolled(tot, "Ариун"), await Enrolled(tot, "Болд"), await Enrolled(tot, "Дорж"));
        for (var day = 1; day <= 5; day++)
        {
            await Mark(tot, day, graduate);
            await Mark(tot, day, idle);
            if (day == 1) await Mark(tot, day, dropout);
        }

        (await Admin.Post($"/api/cohorts/{tot}/close")).IsOk();
        await Site.CatchUp();
        var before = (await Site.Manager.Get($"/api/reach/cascade/{tot}")).IsOk();
        Assert.Equal((3, 0), (before["direct"]!.GetValue<int>(), before["indirect"]!.GetValue<int>()));

        // Nobody is guessed to be anybody: an administrator says whose account it is.
        (await Admin.Put($"/api/accounts/{account}", new { displayName = "Ариун багш", roles = new[] { "trainer" }, trainee = "01JNOBODY" })).IsInvalid("trainee");
        var linked = (await Admin.Put($"/api/accounts/{account}", new { displayName = "Ариун багш", roles = new[] { "trainer" }, trainee = graduate })).IsOk();
        Assert.Equal(graduate, linked.Of("traineeId"));

        var (first, second) = (await CohortOf("BIZ-101", 1, 0, account), await CohortOf("LAW-101", 1, 0, account));
        var early = await CohortOf("LAW-101", 1, -30, account);
        var (ölzii, üüree) = (await Enrolled(first, "Өлзий"), await Enrolled(first, "Үүрээ"));
        (await Admin.Post($"/api/cohorts/{second}/enrolments", new { traineeIds = new[] { ölzii, dropout } })).IsOk();
        var before_tot = await Enrolled(early, "Хишиг");
        await Mark(first, 1, ölzii);
        await Mark(first, 1, üüree);
        await Mark(second, 1, ölzii);
        await Mark(second, 1, dropout);
        await Mark(early, 1, before_tot);
        await Site.CatchUp();

        var cascade = (await Site.Manager.Get($"/api/reach/cascade/{tot}")).IsOk();

        Assert.Equal(("reached", "once-ever"), (cascade.Of("measure"), cascade.Of("rule")));
        // Өлзий twice and Үүрээ once are two people; Дорж was in the training of trainers itself; Хишиг came before it.
        Assert.Equal((3, 2), (cascade["direct"]!.GetValue<int>(), cascade["indirect"]!.GetValue<int>()));
        var generation = Assert.Single(cascade["generations"]!.AsArray())!;
        Assert.Equal((1, 3, 2), (generation["generation"]!.GetValue<int>(), generation["people"]!.GetValue<int>(), generation["new"]!.GetValue<int>()));
        Assert.Equal(new[] { first, second }.Order(StringComparer.Ordinal), generation["cohorts"]!.AsArray().Select(c => Text(c!["cohortId"])).Order(StringComparer.Ordinal));
        var trainers = cascade["trainers"]!.AsArray().ToDictionary(t => Text(t!["traineeId"]), t => (t!["userName"]?.GetValue<string>(), t["cohorts"]!.GetValue<int>(), t["people"]!.GetValue<int>()));
        Assert.Equal(2, trainers.Count);
        Assert.Equal((account, 2, 3), trainers[graduate]);
        Assert.Equal((null, 0, 0), trainers[idle]);
    }

    [Fact]
    public async Task Only_a_training_of_trainers_has_one_and_only_those_who_see_reach_may_ask()
    {
        var (tot, course) = (await CohortOf("TOT-201", 5, 3, "trainer"), await Cohort());
        await Site.CatchUp();

        (await Site.Anyone.Get($"/api/reach/cascade/{tot}")).Is(HttpStatusCode.Unauthorized);
        (await Trainer.Get($"/api/reach/cascade/{tot}")).Is(HttpStatusCode.Forbidden);
        (await Site.Manager.Get($"/api/reach/cascade/{tot}")).IsOk();
        (await Site.Manager.Get($"/api/reach/cascade/{course}")).Is(HttpStatusCode.NotFound);
        (await Site.Manager.Get("/api/reach/cascade/nothing")).Is(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_account_is_linked_by_the_short_code_of_a_badge_too_and_unlinked_by_nothing()
    {
        var (account, person) = (await Account(), await Enrolled(await Cohort()));
        var code = (await Badge(person)).Of("shortCode");
        await Site.CatchUp();

        Assert.Equal(person, (await Admin.Put($"/api/accounts/{account}", new { displayName = "Багш", roles = new[] { "trainer" }, trainee = code })).IsOk().Of("traineeId"));
        Assert.Null((await Admin.Put($"/api/accounts/{account}", new { displayName = "Багш", roles = new[] { "trainer" } })).IsOk()["traineeId"]);
    }

    private async Task<string> Account()
    {
        var name = $"tot{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Post("/api/accounts", new { userName = name, displayName = "Ариун багш", roles = new[] { "trainer" }, password = "ухаа-Худаг-27" })).IsCreated();
        return name;
    }

    private async Task<string> CohortOf(string course, int days, int startsIn, string trainer) => (await Admin.Post("/api/cohorts", new
    {
        courseCode = course, regionCode = "MN6416", venue = "Соёлын төв", startDate = Site.Today.AddDays(startsIn).ToString("O"), days, capacity = 20, trainers = new[] { trainer },
    })).IsCreated().Of("id");

    private async Task Mark(string cohort, int session, string person) =>
        (await Admin.Put($"/api/sessions/{cohort}~{session}/marks", new { traineeId = person, mark = "present", reason = "цаасан бүртгэл" })).IsOk();
}

[Collection(OnSqlite.Name)]
public sealed class CascadeScenariosOnSqlite(SqliteSite site) : CascadeScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class CascadeScenariosOnPostgres(PostgresSite site) : CascadeScenarios(site);
