using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Reach;
using Learning.Api.Tests.Site;
using Learning.Contracts.Reports;
using Learning.Domain.Ids;
using Learning.Domain.Reports;
using Learning.Silo.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Api.Tests.Reports;

/// <summary>What alters a report has a name, whatever it measures, and the named changes come to the difference.</summary>
public abstract class DeltaScenarios(ApiSite site) : ReachScenario(site)
{
    [Fact]
    public async Task A_scan_that_waited_is_named_when_it_is_accepted_and_again_when_that_is_taken_back()
    {
        var soum = NewSoum();
        var (cohort, _) = await Held(soum, 5, 0);
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        (await Trainer.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);
        var scan = Scan($"{cohort}/1", person);
        Assert.Equal("review", Text((await Upload(phone, device, scan))[0]!["effect"]));
        await Site.CatchUp();
        var waiting = await Frozen(soum);

        await Decide(cohort, "accept", Text(scan["scanId"]));
        Same([(person, 1m, "review", "trainer")], await Delta(waiting));
        var accepted = await Frozen(soum);
        await Decide(cohort, "reject", Text(scan["scanId"]));
        Same([(person, -1m, "review", "trainer")], await Delta(accepted));
        Assert.True((await Delta(waiting))["figuresAreSame"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_scan_taken_back_that_waited_is_named_by_the_decision_about_it()
    {
        var soum = NewSoum();
        var (cohort, _) = await Held(soum, 5, 0);
        var person = await Enrolled(cohort);
        var (device, phone) = await Phone();
        var scan = Scan($"{cohort}/1", person);
        await Upload(phone, device, scan);
        (await Trainer.Delete($"/api/devices/{device}")).Is(HttpStatusCode.NoContent);
        var taken = Scan($"{cohort}/1", seq: 2);
        (taken["kind"], taken["targetScanId"]) = ("void", Text(scan["scanId"]));
        await Upload(phone, device, taken);
        await Site.CatchUp();
        var id = await Frozen(soum);

        await Decide(cohort, "accept", Text(taken["scanId"]));
        Same([(person, -1m, "review", "trainer")], await Delta(id));
    }

    [Fact]
    public async Task Another_day_other_hours_and_other_shares_of_a_cohort_are_named_as_its_plan()
    {
        var soum = NewSoum();
        var (cohort, people) = await Held(soum, 5, 1);
        var today = Site.Today.ToString("O");
        var day = await Frozen(soum, new { from = today, to = today });
        var hours = await Frozen(soum, new { measure = "contactHours" });
        var donors = await Frozen(soum);
        var paid = await Frozen(soum, new { funder = "TRAFIGURA" });

        await Replan(cohort, new { sessions = new[] { new { number = 1, hours = 1.5 } } });
        var shorter = await Delta(hours);
        Same(people.Select(p => (p, Number(shorter["total"]!["now"]) / 6 - Number(shorter["total"]!["then"]) / 6, "planChanged", (string?)null)), shorter);
        Assert.Equal(9m, Number(shorter["total"]!["now"]));

        // Shares alter no figure, but whom a donor may report.
        await Replan(cohort, new { grants = new object[] { new { code = "TRAFIGURA", share = 0.5 }, new { code = "ASMNF" } } });
        var shares = await Delta(donors);
        Same(people.Select(p => (p, 0m, "planChanged", (string?)null)), shares);
        Assert.Equal((false, true), (shares["isSame"]!.GetValue<bool>(), shares["figuresAreSame"]!.GetValue<bool>()));

        await Replan(cohort, new { grants = new[] { new { code = "ASMNF" } } });
        Same(people.Select(p => (p, -1m, "planChanged", (string?)null)), await Delta(paid));

        await Replan(cohort, new { startDate = Site.Today.AddDays(1).ToString("O") });
        Same(people.Select(p => (p, -1m, "planChanged", (string?)null)), await Delta(day));
    }

    [Fact]
    public async Task A_certificate_that_ends_is_named_on_the_day_after_its_last()
    {
        var code = $"EXP-{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Put($"/api/courses/{code}", new
        {
            titleMn = "Хугацаатай", titleEn = "With an end", hours = 8, days = 1, completion = new { minHoursShare = 0.8 }, certificate = new { kind = "attendance", validMonths = 1 },
        })).IsOk();
        var soum = NewSoum();
        // A month before today, or a day or two later where that month is short: they are valid today.
        var held = Enumerable.Range(0, 4).Select(days => Site.Today.AddMonths(-1).AddDays(days)).First(day => day.AddMonths(1) >= Site.Today);
        var (cohort, people) = await Held(soum, 5, 0, code, held);
        (await Admin.Post($"/api/cohorts/{cohort}/close")).IsOk();
        await Site.CatchUp();
        var id = await Frozen(soum, new { measure = "certified" });
        Same([], await Delta(id));

        using (Site.Clock.Forward(TimeSpan.FromDays(held.AddMonths(1).DayNumber - Site.Today.DayNumber + 1)))
        {
            var manager = Site.With(await Site.SignIn("manager", Learning.Web.Accounts.Demo.DemoAccounts.Password));
            var delta = (await manager.Get($"/api/reports/{id}/delta")).IsOk().Json;
            Same(people.Select(p => (p, -1m, "certificateExpired", (string?)null)), delta);
            Assert.Equal((5m, 0m), (Number(delta["total"]!["then"]), Number(delta["total"]!["now"])));
        }
    }

    [Fact]
    public async Task Whoever_turns_out_to_have_been_reached_before_is_named_in_a_report_of_first_times()
    {
        var soum = NewSoum();
        var (before, _) = await Held(soum, 1, 0, day: Site.Today.AddDays(-40));
        var (_, people) = await Held(soum, 5, 0);
        var id = await Frozen(soum, new { measure = "firstTime", from = Site.Today.AddDays(-5).ToString("O") });

        await Attend(before, people[2]);

        var delta = await Delta(id);
        // Nobody of the earlier cohort was in the report.
        Same([(people[2], -1m, "newCohort", "admin")], delta);
        Assert.Equal((5m, 4m), (Number(delta["total"]!["then"]), Number(delta["total"]!["now"])));
    }

    [Fact]
    public async Task People_without_names_are_named_by_their_session()
    {
        var soum = NewSoum();
        var (cohort, _) = await Held(soum, 1, 0);
        await Unnamed(cohort, 7);
        var (counted, beside) = (await Frozen(soum, new { measure = "headcount" }), await Frozen(soum));

        await Unnamed(cohort, 12);
        Same([("", 5m, "headcount", null)], await Delta(counted));
        var delta = await Delta(beside);
        Same([("", 0m, "headcount", null)], delta);
        Assert.Equal((7L, 12L, 5L), (delta["unnamed"]!["then"]!.GetValue<long>(), delta["unnamed"]!["now"]!.GetValue<long>(), delta["changes"]![0]!["unnamed"]!.GetValue<long>()));

        (await Admin.Post($"/api/cohorts/{cohort}/cancel")).IsOk();
        await Site.CatchUp();
        Same([("", -7m, "cohortCancelled", null)], await Delta(counted));
    }

    [Fact]
    public async Task A_report_from_before_there_were_donors_in_it_is_what_it_was_and_compared_as_it_was()
    {
        var soum = NewSoum();
        var (cohort, people) = await Held(soum, 6, 0);
        var today = (await Frozen(soum)) is var id ? (await Site.Grains.GetGrain<IReportGrain>(id).Get())! : null!;
        // What an older version of the program stored.
        var old = JsonNode.Parse(today.Document)!.AsObject();
        old.Remove("donors");
        var facts = (await Facts(today)).Replace("TRAFIGURA=1/1", "TRAFIGURA", StringComparison.Ordinal);
        var kept = ReportFacts.Read(new StringReader(facts));
        var older = today with { Id = LearningId.New(TimeProvider.System), Document = old.ToJsonString() + "\n", FactsForm = 1, Fingerprint = kept.Fingerprint };
        await Site.Services.GetRequiredService<ReportFactFiles>().Keep(older.Id, kept);
        await Site.Grains.GetGrain<IReportGrain>(older.Id).Freeze(older);
        await Site.CatchUp();

        Assert.Equal(Encoding.UTF8.GetBytes(older.Document), await File(Site.Manager, $"/api/reports/{older.Id}"));
        Assert.Equal(facts, Encoding.UTF8.GetString(await File(Site.Manager, $"/api/reports/{older.Id}/facts")));
        Assert.DoesNotContain("=", facts, StringComparison.Ordinal);
        using (var page = await Site.Manager.Http.GetAsync(new Uri($"/api/reports/{older.Id}", UriKind.Relative))) Assert.Equal($"\"{older.ContentHash}\"", page.Headers.ETag!.Tag);
        Assert.True((await Delta(older.Id))["isSame"]!.GetValue<bool>());
        await Replan(cohort, new { grants = new[] { new { code = "ASMNF" } } });
        Same(people.Select(p => (p, 0m, "planChanged", (string?)null)), await Delta(older.Id));
    }

    private async Task<string> Facts(Report report) => Encoding.UTF8.GetString(await File(Site.Manager, $"/api/reports/{report.Id}/facts"));

    private async Task<string> Frozen(string region, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (body["title"], body["region"]) = ("Хагас жилийн тайлан", region);
        return (await Site.Manager.Post("/api/reports", body)).IsCreated().Of("id");
    }

    private async Task<JsonNode> Delta(string id)
    {
        await Site.CatchUp();
        return (await Site.Manager.Get($"/api/reports/{id}/delta")).IsOk().Json;
    }

    /// <summary>These changes and no others, and they come to the difference.</summary>
    private static void Same(IEnumerable<(string Who, decimal Effect, string Kind, string? By)> expected, JsonNode delta)
    {
        var changes = delta["changes"]!.AsArray();
        Assert.Equal(
            expected.OrderBy(c => c.Who, StringComparer.Ordinal),
            changes.SelectMany(c => c!["causes"]!.AsArray().Select(cause => (Text(c["traineeId"]), Number(c["effect"]), Text(cause!["kind"]), cause["by"]?.GetValue<string>())).Distinct()).OrderBy(c => c.Item1, StringComparer.Ordinal));
        Assert.Equal(Number(delta["total"]!["now"]) - Number(delta["total"]!["then"]), changes.Sum(c => Number(c!["effect"])));
        Assert.Equal((0m, 0m), (Number(delta["unexplained"]), Number(delta["ruleEffect"])));
    }

    private async Task Decide(string cohort, string decision, string scan)
    {
        (await Trainer.Post($"/api/sessions/{cohort}~1/review", new { scanIds = new[] { scan }, decision, reason = "танилаа" })).IsOk();
        await Site.CatchUp();
    }

    private async Task Replan(string cohort, object body) => (await Admin.Put($"/api/cohorts/{cohort}", body)).IsOk();

    private async Task Unnamed(string cohort, int count)
    {
        (await Trainer.Put($"/api/sessions/{cohort}~1/headcount", new object[] { new { sex = "female", ageBand = "25-34", count } })).IsOk();
        await Site.CatchUp();
    }

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();
}

[Collection(OnSqlite.Name)]
public sealed class DeltaScenariosOnSqlite(SqliteSite site) : DeltaScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class DeltaScenariosOnPostgres(PostgresSite site) : DeltaScenarios(site);
