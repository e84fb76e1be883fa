using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Imports;

/// <summary>Uploading sign-in sheets, checking, confirming, taking back.</summary>
public abstract class SheetScenarios(ApiSite site) : Scenario(site)
{
    private const string Header = "Course code,Soum code,Start date,Days,Patronymic,Given name,Sex,Birth year,Phone,Attended,Sheet,Row";

    [Fact]
    public async Task A_sheet_is_checked_first_and_written_only_when_confirmed()
    {
        var sheet = Sheet(rows: 3);

        var started = (await Upload(sheet, "dryRun=true")).Is(HttpStatusCode.Accepted);
        var id = started.Of("id");
        Assert.Equal($"/api/imports/{id}", started.Response.Headers.Location!.ToString());
        var check = await Until(id, "checked");
        Assert.Equal((3, 3, 1, 0), (Number(check, "rows"), check["summary"]!["people"]!["new"]!.GetValue<int>(), Number(check, "cohorts"), Number(check, "errors")));
        Assert.Equal("import.notDone", (await Admin.Post($"/api/imports/{id}/undo")).Is(HttpStatusCode.Conflict).Code);

        (await Admin.Post($"/api/imports/{id}/confirm")).Is(HttpStatusCode.Accepted);
        var done = await Until(id, "done");
        Assert.Equal(6, Number(done, "marks"));
        await Site.CatchUp();
        var found = (await Admin.Get($"/api/trainees?q={sheet.Name}")).IsOk()["items"]!.AsArray();
        Assert.Equal(3, found.Count);

        (await Admin.Post($"/api/imports/{id}/undo")).Is(HttpStatusCode.Accepted);
        await Until(id, "undone");
        await Site.CatchUp();
        Assert.Empty((await Admin.Get($"/api/trainees?q={sheet.Name}")).IsOk()["items"]!.AsArray());
    }

    [Fact]
    public async Task Without_dry_run_a_sheet_without_errors_is_imported_at_once()
    {
        var (query, form) = (Sheet(rows: 1), Sheet(rows: 1));

        await Until((await Upload(query, "dryRun=false")).Is(HttpStatusCode.Accepted).Of("id"), "done");
        await Until((await Upload(form, "", dryRunInForm: "false")).Is(HttpStatusCode.Accepted).Of("id"), "done");
    }

    [Fact]
    public async Task Rows_in_error_are_told_in_the_callers_language_and_wait_for_a_decision()
    {
        var sheet = Sheet(rows: 2);
        var text = sheet.Text + "NOPE-1,MN6416,2024-05-01,2,Бат,=HYPERLINK(1),эм,1980,,1;1,X,9\r\n";

        var id = (await Upload(sheet with { Text = text }, "dryRun=false")).Is(HttpStatusCode.Accepted).Of("id");
        var check = await Until(id, "checked");

        Assert.Equal(1, Number(check, "errors"));
        var problem = check["problems"]!.AsArray().Single(p => p!["isError"]!.GetValue<bool>())!;
        Assert.Equal((4, "courseUnknown"), (problem["line"]!.GetValue<int>(), Text(problem["code"])));
        var english = await (await Admin.Http.GetAsync(new Uri($"/api/imports/{id}/errors.csv?lang=en", UriKind.Relative))).Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], english[..3]);
        var lines = Encoding.UTF8.GetString(english[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Row,Column,Kind,Problem", lines[0]);
        Assert.Equal("4,Course code,error,There is no course “NOPE-1”.", lines[1]);
        Assert.StartsWith("Мөр,Багана", (await Admin.Get($"/api/imports/{id}/errors.csv?lang=mn")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_with_unknown_names_are_matched_by_the_user()
    {
        var sheet = Sheet(rows: 1);
        var id = (await Upload(sheet with { Text = sheet.Text.Replace("Given name", "Column X", StringComparison.Ordinal) }, "")).Is(HttpStatusCode.Accepted).Of("id");
        var failed = await Until(id, "failed");
        Assert.Contains(failed["problems"]!.AsArray(), p => Text(p!["code"]) == "columnMissing");
        var place = failed["headers"]!.AsArray().Select(h => Text(h)).ToList().IndexOf("Column X");

        (await Admin.Post($"/api/imports/{id}/columns", new { columns = new Dictionary<string, int?> { ["givenName"] = place } })).Is(HttpStatusCode.Accepted);

        Assert.Equal(1, Number(await Until(id, "checked"), "rows"));
        (await Admin.Raw(HttpMethod.Post, $"/api/imports/{id}/columns", """{"columns":{"shoeSize":1}}""")).Is(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_repeated_upload_is_the_same_import()
    {
        var (sheet, key) = (Sheet(rows: 1), Guid.NewGuid().ToString());
        var first = (await Upload(sheet, "", key)).Is(HttpStatusCode.Accepted);
        var again = (await Upload(sheet, "", key)).Is(HttpStatusCode.Accepted);
        var other = await Upload(sheet with { Text = sheet.Text + "\r\n" }, "", key);

        Assert.Equal(first.Text, again.Text);
        Assert.Equal("problem.keyReused", other.Is(HttpStatusCode.Conflict).Code);
    }

    [Fact]
    public async Task Files_that_cannot_be_used_say_why()
    {
        (await Upload(new TestSheet("x", ""), "")).IsInvalid("file");
        (await Upload(Sheet(rows: 1), "dryRun=maybe&kind=photo")).IsInvalid("dryRun", "kind");
        using var nothing = new MultipartFormDataContent { { new StringContent("true"), "dryRun" } };
        (await Admin.Send(HttpMethod.Post, "/api/imports", nothing, null)).IsInvalid("file");
        var picture = (await Upload(new TestSheet("x", "\u0089PNG\r\n\u001a\n\0\0\0"), "")).Is(HttpStatusCode.Accepted).Of("id");
        Assert.NotEmpty((await Until(picture, "failed"))["problems"]!.AsArray());
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused_and_starts_nothing()
    {
        using var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nCourse code,Soum", Encoding.UTF8);
        cut.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        Assert.Equal("import.form", (await Admin.Send(HttpMethod.Post, "/api/imports", cut, null)).Is(HttpStatusCode.BadRequest).Code);
    }

    [Fact]
    public async Task A_file_of_two_hundred_megabytes_is_refused_in_words()
    {
        using var zeros = new StreamContent(new ZeroStream(200L * 1024 * 1024));
        using var form = new MultipartFormDataContent { { zeros, "file", "big.csv" } };

        var answer = await Admin.Send(HttpMethod.Post, "/api/imports", form, null);

        Assert.Equal("problem.tooLarge.than", answer.Is(HttpStatusCode.RequestEntityTooLarge).Code);
        Assert.Contains("50", answer.Of("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Imports_are_listed_the_newest_first()
    {
        var id = (await Upload(Sheet(rows: 1), "")).Is(HttpStatusCode.Accepted).Of("id");
        await Until(id, "checked");
        await Site.CatchUp();

        var page = (await Admin.Get("/api/imports?limit=1")).IsOk();

        Assert.Equal((id, "ирц.csv"), (Text(page["items"]![0]!["id"]), Text(page["items"]![0]!["fileName"])));
        if (page["next"] is { } next) Assert.NotEqual(id, Text((await Admin.Get($"/api/imports?limit=1&after={Text(next)}")).IsOk()["items"]![0]!["id"]));
    }

    private static TestSheet Sheet(int rows)
    {
        var name = $"Яя{Guid.NewGuid().ToString("N")[..6].Replace("0", "a", StringComparison.Ordinal)}";
        var text = new StringBuilder(Header).Append("\r\n");
        for (var n = 1; n <= rows; n++)
            text.Append(CultureInfo.InvariantCulture, $"BIZ-101,MN6416,2024-05-01,2,{name},Өлзий{"абвгд"[n]}аа,эм,{1950 + 7 * n},{NewPhone()},1;1,{name},{n}\r\n");
        return new TestSheet(name, text.ToString());
    }

    private async Task<Answer> Upload(TestSheet sheet, string query, string? key = null, string? dryRunInForm = null)
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(sheet.Text)), "file", "ирц.csv" } };
        if (dryRunInForm is not null) form.Add(new StringContent(dryRunInForm), "dryRun");
        return await Admin.Send(HttpMethod.Post, $"/api/imports?kind=sign-in-sheet&{query}".Replace("kind=sign-in-sheet&dryRun=maybe&kind", "dryRun=maybe&kind", StringComparison.Ordinal), form, key);
    }

    /// <summary>Asks until the import stands there; an import works in the background.</summary>
    private async Task<JsonNode> Until(string id, string state)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var turn = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var import = (await Admin.Get($"/api/imports/{id}")).IsOk().Json;
            if (Text(import["state"]) == state) return import;
            Assert.True(Text(import["state"]) is "checking" or "importing" or "undoing" or "checked", $"Waiting for {state}: {import}");
            await turn.WaitForNextTickAsync(patience.Token);
        }
    }

    private static int Number(JsonNode import, string name) => import["summary"]![name]!.GetValue<int>();
}

[Collection(OnSqlite.Name)]
public sealed class SheetScenariosOnSqlite(SqliteSite site) : SheetScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class SheetScenariosOnPostgres(PostgresSite site) : SheetScenarios(site);
