using System.Net;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Reach;

/// <summary>A figure seen from its donors.</summary>
public abstract class DonorScenarios(ApiSite site) : Scenario(site)
{
    [Fact]
    public async Task Three_views_of_three_people_whom_two_donors_reached()
    {
        // A course of its own, so that no other test's people are in the figure.
        var code = $"DON-{Guid.NewGuid().ToString("N")[..8]}";
        (await Admin.Put($"/api/courses/{code}", new { titleMn = "Хандивлагчийн", titleEn = "Of donors", hours = 8, days = 1, completion = new { minHoursShare = 0.8 } })).IsOk();
        var both = await Funded(code, ("TRAFIGURA", 0.75), ("ASMNF", 0.25));
        var one = await Funded(code, ("ASMNF", null));
        var none = await Funded(code);
        var (ariun, bold, ölzii) = (await Enrolled(both), await Enrolled(both), await Enrolled(none));
        (await Admin.Post($"/api/cohorts/{one}/enrolments", new { traineeIds = new[] { bold } })).IsOk();
        await Upload(Trainer, "desk", Scan($"{both}/1", ariun), Scan($"{both}/1", bold), Scan($"{one}/1", bold), Scan($"{none}/1", ölzii));
        await Site.CatchUp();

        var answer = (await Site.Manager.Get($"/api/reach/donors?course={code}")).IsOk();

        Assert.Equal(("reached", "once-ever", 1), (answer.Of("measure"), answer.Of("rule"), answer["ruleVersion"]!.GetValue<int>()));
        Assert.Equal(3, answer["total"]!.GetValue<decimal>());
        var supported = answer["supportedBy"]!;
        // Ариун and Болд by both; Өлзий by no donor.
        Assert.Equal(["=1/1", "ASMNF=2/0", "TRAFIGURA=2/0"], Rows(supported, r => $"{Text(r["key"])}={r["value"]}/{r["only"]}"));
        Assert.Equal((5m, 2m), (supported["sumOfRows"]!.GetValue<decimal>(), supported["overlap"]!.GetValue<decimal>()));
        Assert.Equal(2, answer["shared"]!["rows"]!.AsArray().Single(r => Text(r!["key"]) == "TRAFIGURA")!["with"]!["ASMNF"]!.GetValue<decimal>());
        Assert.Equal(2, answer["shared"]!["rows"]!.AsArray().Single(r => Text(r!["key"]) == "ASMNF")!["with"]!["TRAFIGURA"]!.GetValue<decimal>());
        // Трафигура: ¾ + ½·¾ = 9/8. ASMNF: ¼ + ½·¼ + ½ = 7/8. Nobody: 1.
        Assert.Equal(["=1 1", "ASMNF=1 7/8", "TRAFIGURA=1 9/8"], Rows(answer["apportioned"]!, r => $"{Text(r["key"])}={r["value"]} {Text(r["exact"])}"));
        Assert.All(new[] { "supportedBy", "shared", "apportioned" }, view => Assert.NotEmpty(Text(answer[view]!["label"]) + Text(answer[view]!["definition"])));
        // The same filters, and what the figure by funder says.
        Assert.Equal(0, (await Site.Manager.Get($"/api/reach/donors?course={code}&region=MN41")).IsOk()["total"]!.GetValue<decimal>());
        Assert.Equal(3, (await Site.Manager.Get($"/api/reach?course={code}&by=funder")).IsOk()["total"]!.GetValue<decimal>());

        (await Site.Manager.Get("/api/reach/donors?measure=headcount&region=XX")).IsInvalid("measure", "region");
        Assert.Contains("TRAFIGURA", (await Site.Manager.Http.GetStringAsync(new Uri($"/api/reach/donors?course={code}", UriKind.Relative))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Donors_are_for_managers_and_administrators()
    {
        (await Site.Anyone.Get("/api/reach/donors")).Is(HttpStatusCode.Unauthorized);
        (await Trainer.Get("/api/reach/donors")).Is(HttpStatusCode.Forbidden);
        (await Admin.Get("/api/reach/donors")).IsOk();
    }

    private async Task<string> Funded(string course, params (string Code, double? Share)[] grants) => (await Admin.Post("/api/cohorts", new
    {
        courseCode = course, regionCode = "MN6416", venue = "Соёлын төв", startDate = Site.Today.ToString("O"), days = 1, capacity = 9, trainers = new[] { "trainer" },
        grants = grants.Select(g => new { code = g.Code, share = g.Share }),
    })).IsCreated().Of("id");

    private static string[] Rows(JsonNode view, Func<JsonNode, string> row) => [.. view["rows"]!.AsArray().Select(r => row(r!))];
}

[Collection(OnSqlite.Name)]
public sealed class DonorScenariosOnSqlite(SqliteSite site) : DonorScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class DonorScenariosOnPostgres(PostgresSite site) : DonorScenarios(site);
