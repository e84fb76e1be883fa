using System.Net;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Requests;

/// <summary>What programs and machines read of this one: description, health, metrics.</summary>
public abstract class DescriptionAndHealth(ApiSite site) : Scenario(site)
{
    /// <summary>Calls of http-api.md that are mapped here.</summary>
    private static readonly (string Path, string Method)[] Calls =
    [
        ("/api/regions", "get"), ("/api/courses", "get"), ("/api/courses/{code}", "get"), ("/api/courses/{code}", "put"), ("/api/cohorts", "post"), ("/api/cohorts", "get"),
        ("/api/cohorts/{id}", "get"), ("/api/cohorts/{id}", "put"), ("/api/cohorts/{id}/open", "post"), ("/api/cohorts/{id}/close", "post"), ("/api/cohorts/{id}/cancel", "post"),
        ("/api/trainees", "post"), ("/api/trainees", "get"), ("/api/trainees/{id}", "get"), ("/api/trainees/{id}", "put"), ("/api/trainees/{id}/pin", "post"),
        ("/api/cohorts/{id}/enrolments", "post"), ("/api/cohorts/{id}/enrolments", "get"), ("/api/cohorts/{id}/enrolments/{traineeId}", "delete"),
        ("/api/cohorts/{id}/enrolments/{traineeId}/approve", "post"), ("/api/cohorts/{id}/enrolments/{traineeId}/decline", "post"), ("/api/cohorts/{id}/scores", "post"),
        ("/api/trainees/{id}/badge", "post"), ("/api/badges/{badgeId}.svg", "get"), ("/api/badges/{badgeId}.png", "get"), ("/api/devices", "post"), ("/api/devices", "get"),
        ("/api/devices/{id}", "delete"), ("/api/sync/bundle", "get"), ("/api/sync/scans", "post"), ("/api/sessions/{id}/attendance", "get"), ("/api/sessions/{id}/marks", "put"),
        ("/api/sessions/{id}/headcount", "put"), ("/api/sessions/{id}/scan", "post"), ("/api/certificates/{id}", "get"), ("/api/certificates/{id}.pdf", "get"),
        ("/api/certificates/{id}.jwt", "get"), ("/api/certificates/{id}/revoke", "post"), ("/api/certificates/{id}/reissue", "post"), ("/api/imports", "post"), ("/api/imports", "get"),
        ("/api/imports/{id}", "get"), ("/api/imports/{id}/errors.csv", "get"), ("/api/imports/{id}/confirm", "post"), ("/api/imports/{id}/columns", "post"), ("/api/imports/{id}/undo", "post"),
    ];

    [Fact]
    public async Task Every_call_is_described_with_summary_answers_and_the_parameters_of_its_path()
    {
        var paths = (await Site.Anyone.Get("/openapi/v1.json")).IsOk()["paths"]!;

        foreach (var (path, method) in Calls)
        {
            var call = paths[path]?[method];
            Assert.True(call is not null, $"{method} {path} is not described.");
            Assert.False(string.IsNullOrWhiteSpace(call["summary"]?.GetValue<string>()), $"{method} {path} has no summary.");
            Assert.Contains(call["responses"]!.AsObject(), r => r.Key.StartsWith('2'));
            var named = System.Text.RegularExpressions.Regex.Matches(path, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Order();
            var described = call["parameters"]?.AsArray().Where(p => Text(p!["in"]) == "path").Select(p => Text(p!["name"])).Order() ?? Enumerable.Empty<string>();
            Assert.Equal(named, described);
        }
    }

    [Fact]
    public async Task It_is_alive_and_ready()
    {
        (await Site.Anyone.Get("/healthz/live")).IsOk();
        var ready = (await Site.Anyone.Get("/healthz/ready")).IsOk();

        Assert.Equal("healthy", ready.Of("status"));
        Assert.Equal(["database", "readModel", "silo"], ready["checks"]!.AsObject().Select(c => c.Key).Order());
    }

    [Fact]
    public async Task Metrics_count_scans_and_name_nobody()
    {
        var cohort = await Cohort();
        var person = await Enrolled(cohort, "Метрикцэцэг");
        var (device, phone) = await Phone();
        await Upload(phone, device, Scan($"{cohort}/1", person));
        await Site.CatchUp();
        (await Trainer.Get($"/api/trainees/{person}?note=Метрикцэцэг")).IsOk();

        var metrics = (await Site.Anyone.Get("/metrics")).IsOk().Text;

        Assert.Matches("learning_scans_total\\{[^}]*status=\"Stored\"[^}]*\\} [1-9]", metrics);
        foreach (var secret in new[] { "Метрикцэцэг", person, cohort, device, "trainer2" }) Assert.DoesNotContain(secret, metrics, StringComparison.Ordinal);
    }
}

[Collection(OnSqlite.Name)]
public sealed class DescriptionAndHealthOnSqlite(SqliteSite site) : DescriptionAndHealth(site);

[Collection(OnPostgres.Name)]
public sealed class DescriptionAndHealthOnPostgres(PostgresSite site) : DescriptionAndHealth(site);
