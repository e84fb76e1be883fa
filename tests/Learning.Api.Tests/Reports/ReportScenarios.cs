using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Reach;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Reports;

/// <summary>Reports that stay what they were, and what is said of what changed since.</summary>
public abstract class ReportScenarios(ApiSite site) : ReachScenario(site)
{
    [Fact]
    public async Task A_report_is_the_same_to_the_byte_whatever_happens_later_and_anyone_can_recompute_its_hash()
    {
        var soum = NewSoum();
        var (cohort, people) = await Held(soum, 8, 6);
        var made = await Frozen(soum, "sex");
        var (id, hash) = (made.Of("id"), made.Of("contentHash"));
        var first = await File(Site.Manager, $"/api/reports/{id}");
        Assert.Equal(hash, Sha256Sum(first));
        Assert.Equal(made.Of("factsFingerprint"), Sha256Sum(await File(Site.Manager, $"/api/reports/{id}/facts")));

        var document = JsonNode.Parse(first)!;
        Assert.Equal((14m, 14m, 0m, 0L), (Number(document["total"]), Number(document["sumOfRows"]), Number(document["overlap"]), document["unnamed"]!.GetValue<long>()));
        Assert.Equal([("female", 8m), ("male", 6m)], document["rows"]!.AsArray().Select(r => (Text(r!["key"]), Number(r["value"]))));
        Assert.Equal(("once-ever", 1, "reached", soum), (Text(document["rule"]!["id"]), document["rule"]!["version"]!.GetValue<int>(), Text(document["figure"]!["measure"]), Text(document["figure"]!["region"])));

        await Mark(cohort, people[0], "absent");
        (await Admin.Put($"/api/courses/BIZ-101", await Course("BIZ-101"))).IsOk();
        await Site.CatchUp();
        Assert.Equal(first, await File(Admin, $"/api/reports/{id}"));
        using var answer = await Admin.Http.GetAsync(new Uri($"/api/reports/{id}", UriKind.Relative));
        Assert.Equal($"\"{hash}\"", answer.Headers.ETag!.Tag);
        Assert.Contains(id, (await Site.Manager.Get("/api/reports?limit=200")).IsOk()["items"]!.AsArray().Select(r => Text(r!["id"])));
    }

    [Fact]
    public async Task Nothing_changed_is_said_when_nothing_changed()
    {
        var soum = NewSoum();
        await Held(soum, 5, 0);
        var id = (await Frozen(soum, "month")).Of("id");
        // Elsewhere things go on.
        await Held(NewSoum(), 2, 0);
        var delta = await Delta(id);
        Assert.True(delta["isSame"]!.GetValue<bool>());
        Assert.Empty(delta["changes"]!.AsArray());
        Assert.Empty(delta["rows"]!.AsArray());
    }

    [Fact]
    public async Task The_delta_names_a_correction_a_late_scan_a_void_and_a_new_cohort_with_what_each_does_to_the_total()
    {
        var soum = NewSoum();
        var (cohort, people) = await Held(soum, 6, 0);
        var (device, phone) = await Phone();
        var (late, voided) = (await Person("Дэлгэрмаа"), await Person("Ариунаа"));
        (await Admin.Post($"/api/cohorts/{cohort}/enrolments", new { traineeIds = new[] { late, voided } })).IsOk();
        var seen = Scan($"{cohort}/1", voided);
        var before = DateTimeOffset.UtcNow;
        await Upload(phone, device, seen);
        await Site.CatchUp();
        var id = (await Frozen(soum, "sex")).Of("id");

        await Mark(cohort, people[0], "absent");
        await Upload(phone, device, Scan($"{cohort}/1", late, seq: 2, at: before));
        var taken = Scan($"{cohort}/1", seq: 3);
        (taken["kind"], taken["targetScanId"]) = ("void", Text(seen["scanId"]));
        await Upload(phone, device, taken);
        var (_, more) = await Held(soum, 0, 1);
        await Site.CatchUp();

        var delta = await Delta(id);
        Assert.False(delta["isSame"]!.GetValue<bool>());
        // Seven then: less one corrected, less one taken back, one late, one new.
        Assert.Equal((7m, 7m, 0m), (Number(delta["total"]!["then"]), Number(delta["total"]!["now"]), Number(delta["unexplained"])));
        Assert.Equal(
            new[] { (people[0], -1m, "correction"), (late, 1m, "lateSync"), (voided, -1m, "void"), (more[0], 1m, "newCohort") }.OrderBy(c => c.Item1, StringComparer.Ordinal),
            delta["changes"]!.AsArray().Select(c => (Text(c!["traineeId"]), Number(c["effect"]), Text(c["causes"]!.AsArray().Single()!["kind"]))));
        Assert.Equal([("female", 7m, 6m), ("male", 0m, 1m)], delta["rows"]!.AsArray().Select(r => (Text(r!["key"]), Number(r["then"]), Number(r["now"]))));
    }

    [Fact]
    public async Task The_delta_names_a_cancelled_cohort_a_changed_plan_and_a_revoked_certificate()
    {
        var soum = NewSoum();
        var (cohort, people) = await Held(soum, 6, 0);
        var id = (await Frozen(soum, "month")).Of("id");
        (await Admin.Post($"/api/cohorts/{cohort}/cancel")).IsOk();
        await Site.CatchUp();
        var delta = await Delta(id);
        Assert.Equal((6, -6m), (delta["changes"]!.AsArray().Count, delta["changes"]!.AsArray().Sum(c => Number(c!["effect"]))));
        Assert.All(delta["changes"]!.AsArray(), c => Assert.Equal("cohortCancelled", Text(c!["causes"]![0]!["kind"])));

        var other = NewSoum();
        var (closed, holders) = await Held(other, 5, 0);
        (await Admin.Post($"/api/cohorts/{closed}/close")).IsOk();
        await Site.CatchUp();
        var certified = (await Frozen(other, null, "certified")).Of("id");
        var person = (await Admin.Get($"/api/trainees/{holders[0]}")).IsOk();
        var number = Texts(person["certificates"] is JsonArray all && all[0] is JsonValue ? all : new JsonArray([.. person["certificates"]!.AsArray().Select(c => c!["number"]!.DeepClone())]))[0];
        (await Admin.Post($"/api/certificates/{number}/revoke", new { reason = "Алдаатай олгосон" })).IsOk();
        await Site.CatchUp();
        var revoked = (await Delta(certified))["changes"]!.AsArray().Single()!;
        Assert.Equal((holders[0], -1m, "certificateRevoked"), (Text(revoked["traineeId"]), Number(revoked["effect"]), Text(revoked["causes"]![0]!["kind"])));
        Assert.Equal(6, people.Length);
    }

    [Fact]
    public async Task The_delta_names_an_import_and_its_being_undone()
    {
        var soum = NewSoum();
        var before = (await Frozen(soum, "course")).Of("id");
        var name = $"Ёё{Guid.NewGuid().ToString("N")[..6].Replace("0", "a", StringComparison.Ordinal)}";
        var sheet = "Course code,Soum code,Start date,Days,Patronymic,Given name,Sex,Birth year,Phone,Attended,Sheet,Row\r\n"
            + string.Concat(Enumerable.Range(1, 5).Select(row => $"BIZ-101,{soum},2024-05-01,2,{name},Дэлгэрмаа{row},эм,198{row},,1;1,{name},{row}\r\n"));
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(sheet)), "file", "ирц.csv" } };
        var import = (await Admin.Send(HttpMethod.Post, "/api/imports?kind=sign-in-sheet&dryRun=false", form, null)).Is(HttpStatusCode.Accepted).Of("id");
        await Until(import, "done");
        await Site.CatchUp();

        var added = await Delta(before);
        Assert.Equal((5m, 0m), (Number(added["total"]!["now"]), Number(added["unexplained"])));
        Assert.All(added["changes"]!.AsArray(), c => Assert.Equal((1m, "import", import), (Number(c!["effect"]), Text(c["causes"]!.AsArray().Single()!["kind"]), Text(c["causes"]![0]!["by"]))));

        var after = (await Frozen(soum, "course")).Of("id");
        (await Admin.Post($"/api/imports/{import}/undo")).Is(HttpStatusCode.Accepted);
        await Until(import, "undone");
        await Site.CatchUp();
        var gone = await Delta(after);
        Assert.Equal((0m, 5), (Number(gone["total"]!["now"]), gone["changes"]!.AsArray().Count));
        Assert.All(gone["changes"]!.AsArray(), c => Assert.Equal((-1m, "importUndone"), (Number(c!["effect"]), Text(c["causes"]!.AsArray().Single()!["kind"]))));
        Assert.True((await Delta(before))["isSame"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Facts_that_changed_without_changing_a_figure_are_told_apart()
    {
        var soum = NewSoum();
        var (cohort, people) = await Held(soum, 6, 0);
        var (again, _) = await Held(soum, 1, 0);
        await Attend(again, people[0]);
        var id = (await Frozen(soum, null)).Of("id");
        await Mark(cohort, people[0], "absent");
        await Site.CatchUp();
        var delta = await Delta(id);
        Assert.Equal((false, true), (delta["isSame"]!.GetValue<bool>(), delta["figuresAreSame"]!.GetValue<bool>()));
        Assert.Equal((people[0], 0m), (Text(delta["changes"]!.AsArray().Single()!["traineeId"]), Number(delta["changes"]![0]!["effect"])));
    }

    [Fact]
    public async Task Freezing_again_with_the_same_key_gives_the_same_report()
    {
        var soum = NewSoum();
        await Held(soum, 5, 0);
        var key = Guid.NewGuid().ToString();
        var body = new { title = "Дахин", region = soum };
        var first = (await Site.Manager.Post("/api/reports", body, key)).IsCreated();
        await Held(soum, 1, 0);
        var second = (await Site.Manager.Post("/api/reports", body, key)).IsCreated();
        Assert.Equal(first.Text, second.Text);
        (await Site.Manager.Post("/api/reports", new { title = "Өөр", region = soum }, key)).Is(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_donor_reads_by_the_link_without_signing_in_and_sees_no_small_cell_until_it_is_revoked()
    {
        var soum = NewSoum();
        await Held(soum, 12, 3);
        var id = (await Frozen(soum, "sex")).Of("id");
        var link = (await Site.Manager.Post($"/api/reports/{id}/links", new { @for = "SDC", expiresOn = Site.Today.AddDays(30).ToString("O") })).IsCreated();
        var path = new Uri(link.Of("url")).AbsolutePath;

        var copy = await File(Site.Anyone, $"{path}/report.json");
        var document = JsonNode.Parse(copy)!;
        Assert.Equal(15m, Number(document["total"]));
        Assert.All(document["rows"]!.AsArray(), r => Assert.Null(r!["value"]));
        var text = Encoding.UTF8.GetString(copy);
        foreach (var secret in new[] { "manager", "Өнөрцэцэг", "\"facts\"" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        using (var page = await Site.Anyone.Http.GetAsync(new Uri(path, UriKind.Relative)))
        {
            var html = await page.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains("noindex", html, StringComparison.Ordinal);
            Assert.Contains(Sha256Sum(copy), html, StringComparison.Ordinal);
            Assert.DoesNotContain("manager", html, StringComparison.Ordinal);
        }

        // Another seal, another report's number, and no link at all are answered alike.
        foreach (var wrong in new[] { path[..^1] + (path[^1] == '0' ? '1' : '0'), path.Replace("-1-", "-2-", StringComparison.Ordinal), "/r/x" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await Site.Anyone.Http.GetAsync(new Uri($"{wrong}/report.json", UriKind.Relative))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Site.Anyone.Http.GetAsync(new Uri(wrong, UriKind.Relative))).StatusCode);
        }

        (await Site.Manager.Post($"/api/reports/{id}/links/1/revoke")).Is(HttpStatusCode.NoContent);
        (await Site.Manager.Post($"/api/reports/{id}/links/7/revoke")).Is(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.Anyone.Http.GetAsync(new Uri($"{path}/report.json", UriKind.Relative))).StatusCode);
        Assert.Null((await Site.Manager.Get($"/api/reports/{id}/links")).IsOk().Json[0]!["url"]);
        var noted = (await Admin.Get($"/api/audit?subject={id}")).IsOk()["items"]!.AsArray().Select(e => $"{e!["actor"]} {e["action"]}").ToList();
        foreach (var act in new[] { "manager report.freeze", "manager report.link.make", "anyone report.link.open", "manager report.link.revoke" }) Assert.Contains(act, noted);
    }

    [Fact]
    public async Task The_donor_views_are_frozen_with_the_report_and_a_donors_copy_puts_those_of_few_together()
    {
        var soum = NewSoum();
        // Twelve by Трафигура, three of whom by the federation's fund too, and six by the fund alone.
        var (_, people) = await Held(soum, 12, 0);
        var (fund, _) = await Held(soum, 0, 6, grant: "ASMNF");
        await Attend(fund, people[..3]);
        var report = (await Frozen(soum, "funder")).Of("id");
        var link = (await Site.Manager.Post($"/api/reports/{report}/links", new { @for = "SDC" })).IsCreated();

        var full = JsonNode.Parse(await File(Site.Manager, $"/api/reports/{report}"))!;
        var live = (await Site.Manager.Get($"/api/reach/donors?region={soum}")).IsOk().Json;
        Assert.Equal(["ASMNF=9/6", "TRAFIGURA=12/9"], Rows(full["donors"]!["supportedBy"]!, r => $"{Text(r["key"])}={r["value"]}/{r["only"]}"));
        Assert.Equal(["ASMNF=8 15/2", "TRAFIGURA=10 21/2"], Rows(full["donors"]!["apportioned"]!, r => $"{Text(r["key"])}={r["value"]} {Text(r["exact"])}"));
        Assert.Equal(3, full["donors"]!["shared"]!["rows"]![0]!["with"]!["TRAFIGURA"]!.GetValue<int>());
        foreach (var view in new[] { "supportedBy", "shared", "apportioned" })
        {
            Assert.Equal(Text(live[view]!["definition"]), Text(full["donors"]![view]!["definition"]!["mn"]));
            Assert.Equal(live[view]!["rows"]!.AsArray().Select(r => Text(r!["key"])), full["donors"]![view]!["rows"]!.AsArray().Select(r => Text(r!["key"])));
        }

        var text = Encoding.UTF8.GetString(await File(Site.Anyone, new Uri(link.Of("url")).AbsolutePath + "/report.json"));
        var copy = JsonNode.Parse(text)!;
        // The three can't be worked out: not from the rows, nor from the views.
        Assert.Empty(copy["rows"]!.AsArray());
        Assert.Equal(["*=18/18"], Rows(copy["donors"]!["supportedBy"]!, r => $"{Text(r["key"])}={r["value"]}/{r["only"]}"));
        Assert.Equal(["*=18"], Rows(copy["donors"]!["apportioned"]!, r => $"{Text(r["key"])}={r["value"]}"));
        Assert.DoesNotContain("\"exact\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("TRAFIGURA", text, StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await Site.Anyone.Http.GetStringAsync(new Uri(new Uri(link.Of("url")).AbsolutePath, UriKind.Relative)));
        Assert.Contains(Text(full["donors"]!["apportioned"]!["definition"]!["mn"]), page, StringComparison.Ordinal);

        // Of four people nothing at all is shown to others.
        var few = NewSoum();
        await Held(few, 4, 0);
        var hidden = (await Frozen(few, null)).Of("id");
        var hiddenLink = (await Site.Manager.Post($"/api/reports/{hidden}/links", new { @for = "SDC" })).IsCreated();
        Assert.Null(JsonNode.Parse(await File(Site.Anyone, new Uri(hiddenLink.Of("url")).AbsolutePath + "/report.json"))!["donors"]);
        Assert.Null(JsonNode.Parse(await File(Site.Manager, $"/api/reports/{(await Frozen(few, null, "headcount")).Of("id")}"))!["donors"]);
    }

    [Fact]
    public async Task Reports_are_for_managers_and_administrators()
    {
        var id = (await Frozen("MN64", null)).Of("id");
        foreach (var (who, status) in new[] { (Site.Anyone, HttpStatusCode.Unauthorized), (Trainer, HttpStatusCode.Forbidden) })
        {
            foreach (var path in new[] { "", $"/{id}", $"/{id}/facts", $"/{id}/delta", $"/{id}/links" }) (await who.Get("/api/reports" + path)).Is(status);
            (await who.Post("/api/reports", new { title = "x" })).Is(status);
            (await who.Post($"/api/reports/{id}/links", new { @for = "x" })).Is(status);
            (await who.Post($"/api/reports/{id}/links/1/revoke")).Is(status);
        }

        foreach (var path in new[] { "", "/facts", "/delta", "/links" }) (await Site.Manager.Get($"/api/reports/{Domain.Ids.LearningId.From("test", "none")}{path}")).Is(HttpStatusCode.NotFound);
        (await Site.Manager.Post("/api/reports", new { title = "", region = "XX", filters = 1 })).IsInvalid("title", "region", "filters");
        (await Site.Manager.Post($"/api/reports/{id}/links", new { @for = "", expiresOn = "2020-01-01" })).IsInvalid("for", "expiresOn");
    }

    private async Task<Answer> Frozen(string region, string? by, string measure = "reached") =>
        (await Site.Manager.Post("/api/reports", new { title = "Хагас жилийн тайлан", region, by, measure })).IsCreated();

    private async Task<JsonNode> Delta(string id) => (await Site.Manager.Get($"/api/reports/{id}/delta")).IsOk().Json;

    private async Task Until(string import, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Text((await Admin.Get($"/api/imports/{import}")).IsOk()["state"]) != state) await turn.WaitForNextTickAsync(patience.Token);
    }

    private async Task<JsonNode> Course(string code)
    {
        var course = (await Admin.Get($"/api/courses/{code}")).IsOk().Json;
        var version = course["versions"] is JsonArray versions ? versions[^1]! : course;
        return new JsonObject
        {
            ["titleMn"] = "Өөр нэр " + Guid.NewGuid().ToString("N")[..4], ["titleEn"] = Text(version["titleEn"]), ["hours"] = version["hours"]!.DeepClone(), ["days"] = version["days"]!.DeepClone(),
            ["completion"] = version["completion"]!.DeepClone(), ["certificate"] = version["certificate"]!.DeepClone(),
        };
    }

    private static string[] Rows(JsonNode view, Func<JsonNode, string> row) => [.. view["rows"]!.AsArray().Select(r => row(r!))];

    private static decimal Number(JsonNode? node) => node!.GetValue<decimal>();

    /// <summary>What the command of that name says.</summary>
    private static string Sha256Sum(byte[] bytes)
    {
        using var sum = Process.Start(new ProcessStartInfo("sha256sum") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        sum.StandardInput.BaseStream.Write(bytes);
        sum.StandardInput.Close();
        return sum.StandardOutput.ReadToEnd()[..64];
    }
}

[Collection(OnSqlite.Name)]
public sealed class ReportScenariosOnSqlite(SqliteSite site) : ReportScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class ReportScenariosOnPostgres(PostgresSite site) : ReportScenarios(site);
