using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Reach;

/// <summary>What figures are to come to.</summary>
public abstract class TargetScenarios(ApiSite site) : ReachScenario(site)
{
    [Fact]
    public async Task A_target_is_set_changed_and_withdrawn_and_each_time_noted()
    {
        var soum = NewSoum();
        var first = (await Site.Manager.Put("/api/targets", new { region = soum, to = "2030-12-31", value = 1200, baseline = 40.5, baselineDay = "2026-12-31" })).IsOk();
        (await Site.Manager.Put("/api/targets", new { region = soum, to = "2030-12-31", sex = "female", value = 480 })).IsOk();
        await Site.CatchUp();
        var listed = (await Site.Manager.Get($"/api/targets?region={soum}")).IsOk().Json.AsArray();
        Assert.Equal([(1200m, (decimal?)40.5m, "2026-12-31"), (480m, null, null)],
            listed.OrderByDescending(t => t!["value"]!.GetValue<decimal>()).Select(t => (t!["value"]!.GetValue<decimal>(), t["baseline"]?.GetValue<decimal>(), t["baselineDay"]?.GetValue<string>())));

        var again = (await Admin.Put("/api/targets", new { region = soum, to = "2030-12-31", value = 1500 })).IsOk();
        Assert.Equal((first.Of("id"), "admin"), (again.Of("id"), again.Of("setBy")));
        (await Admin.Put("/api/targets", new { region = soum, to = "2030-12-31" })).IsOk();
        await Site.CatchUp();
        Assert.Equal(480m, (await Site.Manager.Get($"/api/targets?region={soum}")).IsOk().Json.AsArray().Single()!["value"]!.GetValue<decimal>());
        Assert.Equal(["target.withdraw", "target.set", "target.set"],
            (await Admin.Get($"/api/audit?subject={first.Of("id")}")).IsOk()["items"]!.AsArray().Select(e => Text(e!["action"])));
    }

    [Fact]
    public async Task A_target_stands_beside_its_figure_in_the_exports()
    {
        var soum = NewSoum();
        await Held(soum, 6, 6);
        (await Site.Manager.Put("/api/targets", new { region = soum, to = "2031-12-31", value = 50 })).IsOk();
        (await Site.Manager.Put("/api/targets", new { region = soum, to = "2031-12-31", sex = "male", value = 20 })).IsOk();
        await Site.CatchUp();
        var lines = System.Text.Encoding.UTF8.GetString(await File(Site.Manager, $"/api/reach.csv?region={soum}&by=sex")).Split("\r\n");
        Assert.Equal(["female:", "male:20", "total:50"],
            lines.Select(l => l.Split(',')).Where(c => c[0] is "female" or "male" or "total").Select(c => $"{c[0]}:{c[4]}"));
    }

    [Fact]
    public async Task What_cannot_be_a_target_is_refused_field_by_field()
    {
        (await Site.Manager.Put("/api/targets", new { value = 5 })).IsInvalid("to");
        (await Site.Manager.Put("/api/targets", new { to = "2030-01-01", value = -1 })).IsInvalid("value");
        (await Site.Manager.Put("/api/targets", new { to = "2030-01-01", value = "many" })).IsInvalid("value");
        (await Site.Manager.Put("/api/targets", new { to = "2030-01-01", value = 5, baseline = 1 })).IsInvalid("baselineDay");
        (await Site.Manager.Put("/api/targets", new { to = "2030-01-01", value = 5, baseline = 1, baselineDay = "2031-01-01" })).IsInvalid("baselineDay");
        (await Site.Manager.Put("/api/targets", new { to = "2030-01-01", value = 5, regoin = "MN64" })).IsInvalid("regoin");
        (await Site.Manager.Put("/api/targets", new { region = "MN6416", to = "2029-03-04" })).IsInvalid("value");
        (await Site.Manager.Raw(HttpMethod.Put, "/api/targets", "[]")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Targets_are_for_managers_and_administrators()
    {
        foreach (var (who, status) in new[] { (Site.Anyone, HttpStatusCode.Unauthorized), (Trainer, HttpStatusCode.Forbidden) })
        {
            (await who.Get("/api/targets")).Is(status);
            (await who.Put("/api/targets", new { to = "2030-01-01", value = 5 })).Is(status);
        }
    }
}

[Collection(OnSqlite.Name)]
public sealed class TargetScenariosOnSqlite(SqliteSite site) : TargetScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class TargetScenariosOnPostgres(PostgresSite site) : TargetScenarios(site);
