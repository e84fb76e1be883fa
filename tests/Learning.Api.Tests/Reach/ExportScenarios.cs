using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using CsvHelper;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Learning.Api.Tests.Site;

namespace Learning.Api.Tests.Reach;

/// <summary>Each export, read back by somebody else's reader, says what the API says.</summary>
public abstract class ExportScenarios(ApiSite site) : ReachScenario(site)
{
    [Fact]
    public async Task Csv_holds_the_rows_the_sum_the_overlap_and_the_total()
    {
        var soum = NewSoum();
        await Held(soum, 8, 6, day: Site.Today.AddDays(-40));
        var (cohort, people) = await Held(soum, 5, 0);
        var (_, more) = await Held(soum, 1, 0);
        await Attend(cohort, more);
        Assert.Equal(5, people.Length);
        foreach (var view in new[] { $"region={soum}&by=month", $"region={soum}&by=sex&measure=participations", $"region={soum}&by=course", $"region={soum}" })
        {
            var api = (await Site.Manager.Get($"/api/reach?{view}")).IsOk().Json;
            var rows = Read(await File(Site.Manager, $"/api/reach.csv?{view}"));
            var expected = api["rows"]!.AsArray();
            Assert.Equal(expected.Select(r => (Text(r!["key"]), Text(r["name"]), Number(r["value"]), Number(r["cumulative"]))),
                rows.Where(r => r["kind"] == "row").Select(r => (r["key"], r["name"], Number(r["value"]), Number(r["cumulative"]))));
            Assert.Equal(Number(api["total"]), Number(rows.Single(r => r["kind"] == "total")["value"]));
            Assert.Equal(Number(api["unnamed"]), Number(rows.Single(r => r["kind"] == "unnamed")["value"]));
            if (expected.Count > 0)
            {
                var (sum, overlap) = (Number(rows.Single(r => r["kind"] == "sumOfRows")["value"]), Number(rows.Single(r => r["kind"] == "overlap")["value"]));
                Assert.Equal((Number(api["sumOfRows"]), Number(api["overlap"])), (sum, overlap));
                Assert.Equal(Number(api["total"]), sum - overlap);
            }

            Assert.All(rows, r => Assert.Equal((Text(api["measure"]), "once-ever", "1", soum), (r["measure"], r["rule"], r["ruleVersion"], r["region"])));
            Assert.All(rows, r => Assert.True(DateTimeOffset.TryParse(r["asOf"], CultureInfo.InvariantCulture, out _)));
        }
    }

    [Fact]
    public async Task Hxl_tags_stand_below_the_head_one_a_column()
    {
        var lines = Encoding.UTF8.GetString(await File(Site.Manager, "/api/reach.csv?by=region&hxl=true")).TrimStart('\uFEFF').Split("\r\n");
        var tags = lines[1].Split(',');
        Assert.Equal(lines[0].Split(',').Length, tags.Length);
        Assert.All(tags, tag => Assert.Matches(@"^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$", tag));
        Assert.Equal(("#adm1+code", "#adm1+name", "#reached"), (tags[0], tags[1], tags[2]));
        Assert.DoesNotContain("#", Encoding.UTF8.GetString(await File(Site.Manager, "/api/reach.csv?by=region")), StringComparison.Ordinal);
        (await Site.Manager.Get("/api/reach.csv?hxl=perhaps")).IsInvalid("hxl");
    }

    [Fact]
    public async Task A_name_that_looks_like_a_formula_is_harmless()
    {
        var soum = NewSoum();
        var code = $"ZZ-{Random.Shared.Next(100, 999)}";
        (await Admin.Put($"/api/courses/{code}", new
        {
            titleMn = "=HYPERLINK(\"http://x\",\"Өв\")", titleEn = "+1+1", hours = 4, days = 1, completion = new { minHoursShare = 0.8 }, certificate = new { kind = "attendance" },
        })).IsOk();
        await Held(soum, 6, 0, code);

        var row = Read(await File(Site.Manager, $"/api/reach.csv?region={soum}&by=course")).Single(r => r["key"] == code);
        Assert.Equal("'=HYPERLINK(\"http://x\",\"Өв\")", row["name"]);
        using var book = Open(await File(Site.Manager, $"/api/reach.xlsx?region={soum}&by=course"));
        Assert.All(book.WorkbookPart!.WorksheetParts, sheet => Assert.Empty(sheet.Worksheet.Descendants<CellFormula>()));
        Assert.Contains(Cells(book, 0), row => row[0] is "=HYPERLINK(\"http://x\",\"Өв\")");
    }

    [Fact]
    public async Task A_workbook_has_real_numbers_and_dates_a_head_that_stays_and_definitions()
    {
        var soum = NewSoum();
        await Held(soum, 8, 6, day: Site.Today.AddDays(-40));
        await Held(soum, 5, 0);
        var view = $"region={soum}&by=month&measure=contactHours";
        var api = (await Site.Manager.Get($"/api/reach?{view}")).IsOk().Json;

        using var book = Open(await File(Site.Manager, $"/api/reach.xlsx?{view}"));

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var rows = Cells(book, 0);
        var months = api["rows"]!.AsArray();
        Assert.Equal(months.Select(r => (object)(double)Number(r!["value"])!.Value), rows.Skip(1).Take(months.Count).Select(r => r[2]));
        Assert.Equal(months.Select(r => (object)(double)Number(r!["cumulative"])!.Value), rows.Skip(1).Take(months.Count).Select(r => r[3]));
        Assert.Equal(months.Select(r => (object)DateTime.ParseExact(Text(r!["key"]) + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)), rows.Skip(1).Take(months.Count).Select(r => r[4]));
        Assert.Equal((double)Number(api["total"])!.Value, rows.Single(r => r[1] is "total")[2]);
        Assert.All(book.WorkbookPart!.WorksheetParts, sheet =>
            Assert.Equal((1d, PaneStateValues.Frozen), (sheet.Worksheet.Descendants<Pane>().Single().VerticalSplit!.Value, sheet.Worksheet.Descendants<Pane>().Single().State!.Value)));
        var means = Cells(book, 1).Select(r => r[1]).ToList();
        Assert.Contains("once-ever", means);
        Assert.Contains(means, m => m is DateTime at && Math.Abs((at - DateTime.UtcNow).TotalHours) < 24);
        Assert.Contains(means, m => m is string text && text.Contains(soum, StringComparison.Ordinal));
    }

    [IatiFact]
    public async Task Iati_results_are_valid_by_schema_and_ruleset_and_hold_the_figures()
    {
        var soum = NewSoum();
        await Held(soum, 8, 6, day: Site.Today.AddDays(-40));
        await Held(soum, 5, 0);
        (await Admin.Put("/api/targets", new { region = soum, to = "2030-12-31", value = 1200, baseline = 3, baselineDay = "2020-12-31" })).IsOk();
        await Site.CatchUp();
        foreach (var view in new[]
        {
            $"region={soum}", $"region={soum}&by=sex", $"region={soum}&by=month&from=2020-02-10", "by=region", $"region={soum}&by=ageBand&sex=female&funder=TRAFIGURA",
            $"region={soum}&measure=contactHours&by=funder", $"region={soum}&measure=headcount", "region=MN64&from=2001-01-01&to=2001-01-01", $"region={soum}&by=sex&suppress=true",
        })
            Assert.Equal([], IatiRules.Check(await File(Site.Manager, $"/api/reach.iati.xml?{view}")));

        var api = (await Site.Manager.Get($"/api/reach?region={soum}&by=sex")).IsOk().Json;
        var indicator = XDocument.Load(new MemoryStream(await File(Site.Manager, $"/api/reach.iati.xml?region={soum}&by=sex"))).Descendants("indicator").Single();
        Assert.Equal("reached/once-ever/1", indicator.Element("reference")!.Attribute("code")!.Value);
        Assert.Equal(("2020", "3"), (indicator.Element("baseline")!.Attribute("year")!.Value, indicator.Element("baseline")!.Attribute("value")!.Value));
        Assert.Equal("1200", indicator.Descendants("target").Single().Attribute("value")!.Value);
        var actuals = indicator.Descendants("actual").Select(a => (Sex: a.Elements("dimension").SingleOrDefault(d => d.Attribute("name")!.Value == "sex")?.Attribute("value")!.Value, Value: (decimal?)Number(a.Attribute("value")!.Value))).ToList();
        Assert.Equal(api["rows"]!.AsArray().Select(r => ((string?)Text(r!["key"]), Number(r["value"]))).Prepend((null, Number(api["total"]))), actuals);
    }

    [IatiFact]
    public async Task The_iati_check_finds_what_is_wrong()
    {
        var good = Encoding.UTF8.GetString(await File(Site.Manager, "/api/reach.iati.xml?by=sex"));
        Assert.Contains(IatiRules.Check(Encoding.UTF8.GetBytes(good.Replace("<period-start", "<period-begin", StringComparison.Ordinal))), p => p.StartsWith("schema", StringComparison.Ordinal));
        Assert.Contains(IatiRules.Check(Encoding.UTF8.GetBytes(good.Replace("activity-date type=\"2\"", "activity-date type=\"3\"", StringComparison.Ordinal))), p => p.StartsWith("atleast_one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dhis2_has_a_value_for_each_row_and_refuses_what_it_cannot_say()
    {
        var soum = NewSoum();
        await Held(soum, 8, 6, day: new DateOnly(2024, 3, 5));
        var set = JsonNode.Parse(await File(Site.Manager, $"/api/reach.dhis2.json?region={soum}&by=sex&from=2024-01-01&to=2024-03-31"))!;
        Assert.Equal("ASM_TRAINING", Text(set["dataSet"]));
        Assert.Equal(
            [("14", null), ("8", "ASM_F"), ("6", "ASM_M")],
            set["dataValues"]!.AsArray().Select(v => (Text(v!["value"]), v["categoryOptionCombo"]?.GetValue<string>())));
        Assert.All(set["dataValues"]!.AsArray(), v => Assert.Equal(("ASM_PEOPLE_REACHED", "2024Q1", soum), (Text(v!["dataElement"]), Text(v["period"]), Text(v["orgUnit"]))));
        var months = JsonNode.Parse(await File(Site.Manager, $"/api/reach.dhis2.json?region={soum}&by=month&from=2024-01-01&to=2024-12-31"))!;
        Assert.Equal(("202403", "14"), (Text(months["dataValues"]!.AsArray().Single()!["period"]), Text(months["dataValues"]![0]!["value"])));
        (await Site.Manager.Get($"/api/reach.dhis2.json?region={soum}&by=sex")).IsInvalid("from");
        (await Site.Manager.Get($"/api/reach.dhis2.json?region={soum}&from=2024-01-01&to=2024-12-31&funder=ASMNF")).IsInvalid("funder");
        (await Site.Manager.Get($"/api/reach.dhis2.json?region={soum}&from=2024-01-01&to=2024-12-31&measure=firstTime")).IsInvalid("measure");
    }

    [Fact]
    public async Task The_donors_of_a_view_are_in_a_file_of_their_own_and_in_sheets_of_the_workbook()
    {
        var soum = NewSoum();
        var (_, people) = await Held(soum, 12, 0);
        var (fund, _) = await Held(soum, 0, 6, grant: "ASMNF");
        await Attend(fund, people[..3]);
        var api = (await Site.Manager.Get($"/api/reach/donors?region={soum}")).IsOk().Json;

        var rows = Read(await File(Site.Manager, $"/api/reach/donors.csv?region={soum}"));
        List<string> Of(string view, Func<Dictionary<string, string>, string> line) => [.. rows.Where(r => r["view"] == view).Select(line)];
        Assert.Equal(["ASMNF 9 6 row", "TRAFIGURA 12 9 row", " 21  sumOfRows", " 3  overlap"], Of("supportedBy", r => $"{r["key"]} {r["value"]} {r["alone"]} {r["kind"]}"));
        Assert.Equal(["ASMNF ASMNF 9", "ASMNF TRAFIGURA 3", "TRAFIGURA ASMNF 3", "TRAFIGURA TRAFIGURA 12"], Of("shared", r => $"{r["key"]} {r["with"]} {r["value"]}"));
        Assert.Equal(["ASMNF 8 15/2", "TRAFIGURA 10 21/2"], Of("apportioned", r => $"{r["key"]} {r["value"]} {r["exact"]}"));
        Assert.Equal(["18", "0"], Of("", r => r["value"]));
        Assert.All(rows, r => Assert.Equal(("reached", "once-ever", "1", soum), (r["measure"], r["rule"], r["ruleVersion"], r["region"])));
        Assert.Equal(Text(api["shared"]!["label"]), rows.First(r => r["view"] == "shared")["label"]);
        var tags = Read(await File(Site.Manager, $"/api/reach/donors.csv?region={soum}&hxl=true"))[0];
        Assert.Equal(("#org+funder+code", "#reached", "#date+asof"), (tags["key"], tags["value"], tags["asOf"]));

        using var book = Open(await File(Site.Manager, $"/api/reach.xlsx?region={soum}&by=sex"));
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        Assert.Equal(
            new[] { "supportedBy", "shared", "apportioned" }.Select(view => Text(api[view]!["label"])),
            book.WorkbookPart!.Workbook.Descendants<Sheet>().Skip(2).Select(s => s.Name!.Value!));
        Assert.Equal([9d, 12d, 21d, 3d, 18d], Cells(book, 2).Skip(1).Select(r => (double)r[2]!));
        Assert.Equal([["ASMNF", 9d, 3d], ["TRAFIGURA", 3d, 12d]], Cells(book, 3).Skip(1).Select(r => r[1..]));
        Assert.Equal([8d, 10d, 18d], Cells(book, 4).Skip(1).Select(r => (double)r[2]!));
        foreach (var view in new[] { "supportedBy", "shared", "apportioned" }) Assert.Contains(Text(api[view]!["definition"]), Cells(book, 1).Select(r => r[1]));

        // For others the two are one: three of the people are of both.
        var others = Read(await File(Site.Manager, $"/api/reach/donors.csv?region={soum}&suppress=true"));
        Assert.Equal(["* 18 18 row", " 18  sumOfRows", " 0  overlap"], others.Where(r => r["view"] == "supportedBy").Select(r => $"{r["key"]} {r["value"]} {r["alone"]} {r["kind"]}"));
        Assert.All(others, r => Assert.Equal("", r["exact"]));
        Assert.DoesNotContain(Read(await File(Site.Manager, $"/api/reach.csv?region={soum}&by=funder&suppress=true")), r => r["kind"] == "row");
        (await Site.Manager.Get($"/api/reach/donors.csv?region={soum}&measure=headcount")).IsInvalid("measure");
        (await Trainer.Get("/api/reach/donors.csv")).Is(HttpStatusCode.Forbidden);
        // Where nobody was reached there are no sheets of donors to show.
        using var nobody = Open(await File(Site.Manager, $"/api/reach.xlsx?region={NewSoum()}&by=sex"));
        Assert.Equal(2, nobody.WorkbookPart!.WorksheetParts.Count());
    }

    [Fact]
    public async Task Without_small_cells_no_export_has_one()
    {
        var soum = NewSoum();
        await Held(soum, 12, 3);
        var rows = Read(await File(Site.Manager, $"/api/reach.csv?region={soum}&by=sex&suppress=true"));
        // 15 − 12 would be 3, so both are withheld; the total and the sum of both stay.
        Assert.All(rows.Where(r => r["kind"] == "row"), r => Assert.Equal(("", true), (r["value"], r["note"].Length > 0)));
        Assert.Equal(("15", "15"), (rows.Single(r => r["kind"] == "total")["value"], rows.Single(r => r["kind"] == "sumOfRows")["value"]));
        // Three people's hours are a small cell too, however many hours.
        var hours = Read(await File(Site.Manager, $"/api/reach.csv?region={soum}&by=sex&measure=contactHours&suppress=true"));
        Assert.All(hours.Where(r => r["kind"] == "row"), r => Assert.Equal("", r["value"]));
        var xml = XDocument.Load(new MemoryStream(await File(Site.Manager, $"/api/reach.iati.xml?region={soum}&by=sex&suppress=true")));
        Assert.Equal(["15"], xml.Descendants("actual").Select(a => a.Attribute("value")!.Value));
        var dhis2 = JsonNode.Parse(await File(Site.Manager, $"/api/reach.dhis2.json?region={soum}&by=sex&suppress=true&from={Site.Today.Year}-01-01&to={Site.Today.Year}-12-31"))!;
        Assert.Equal(["15"], dhis2["dataValues"]!.AsArray().Select(v => Text(v!["value"])));
    }

    [Fact]
    public async Task Exports_are_for_managers_and_administrators_and_noted()
    {
        foreach (var file in new[] { "csv", "xlsx", "iati.xml", "dhis2.json" })
        {
            (await Site.Anyone.Get($"/api/reach.{file}")).Is(HttpStatusCode.Unauthorized);
            (await Trainer.Get($"/api/reach.{file}")).Is(HttpStatusCode.Forbidden);
            (await Site.Manager.Get($"/api/reach.{file}?region=XX")).IsInvalid("region");
        }

        await File(Site.Manager, "/api/reach.xlsx?region=MN11");
        var noted = (await Admin.Get("/api/audit?action=reach.export&subject=MN11")).IsOk()["items"]!.AsArray()[0]!;
        Assert.Equal(("manager", "reach.xlsx?region=MN11"), (Text(noted["actor"]), Text(noted["detail"])));
    }

    private static List<Dictionary<string, string>> Read(byte[] file)
    {
        using var reader = CsvReader.FromText(Encoding.UTF8.GetString(file).TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        Assert.True(reader.Read());
        string[] Fields() => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        var (head, rows) = (Fields(), new List<Dictionary<string, string>>());
        while (reader.Read()) rows.Add(head.Zip(Fields()).ToDictionary(p => p.First, p => p.Second));
        return rows;
    }

    private static SpreadsheetDocument Open(byte[] file) => SpreadsheetDocument.Open(new MemoryStream(file), false);

    /// <summary>The cells of a sheet as a spreadsheet shows them: text, number, or a day where the cell's format is one of days.</summary>
    private static List<object?[]> Cells(SpreadsheetDocument book, int sheet)
    {
        var workbook = book.WorkbookPart!;
        var part = (WorksheetPart)workbook.GetPartById(workbook.Workbook.Descendants<Sheet>().ElementAt(sheet).Id!);
        var formats = workbook.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value ?? 0).ToList();
        var own = workbook.WorkbookStylesPart.Stylesheet.NumberingFormats?.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!) ?? [];
        bool IsDay(Cell cell) => cell.StyleIndex is { } style && formats[(int)style.Value] is var format && (format is >= 14 and <= 22 || (own.GetValueOrDefault(format) ?? "").Contains("yy", StringComparison.Ordinal));
        object? Value(Cell cell) => cell.DataType?.Value switch
        {
            _ when cell.DataType?.Value == CellValues.InlineString => cell.InnerText,
            _ when cell.DataType?.Value == CellValues.SharedString => workbook.SharedStringTablePart!.SharedStringTable.ElementAt(int.Parse(cell.InnerText, CultureInfo.InvariantCulture)).InnerText,
            _ when cell.DataType?.Value == CellValues.String => cell.CellValue?.Text ?? cell.InnerText,
            _ when cell.CellValue is null || cell.CellValue.Text.Length == 0 => null,
            _ when IsDay(cell) => DateTime.FromOADate(double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)),
            _ => double.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture),
        };
        return [.. part.Worksheet.Descendants<Row>().Select(r => r.Elements<Cell>().Select(Value).ToArray())];
    }

    private static decimal? Number(JsonNode? node) => node?.GetValue<decimal>();

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

[Collection(OnSqlite.Name)]
public sealed class ExportScenariosOnSqlite(SqliteSite site) : ExportScenarios(site);

[Collection(OnPostgres.Name)]
public sealed class ExportScenariosOnPostgres(PostgresSite site) : ExportScenarios(site);
