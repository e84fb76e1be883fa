using System.Text;
using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Learning.Browser.Tests.Imports;

/// <summary>A sign-in sheet from the file to the figures and back.</summary>
[Collection(BrowserTests.Name)]
public sealed class SheetImportTests(LearningSite site)
{
    private const string Head =
        "sheet,row,course_code,course_title,aimag,soum,soum_code,start_date,days,funders,trainer,patronymic,given_name,sex,birth_year,register_no,phone,home_soum_code,organisation,organisation_type,attended,pre_score,post_score";

    private const string Training = "OSH-101,Аюулгүй ажиллагаа,Баянхонгор,Баян-Овоо,MN6416,2019-05-13,2,TRAFIGURA,Сургагч 10";

    // Three people in five rows: one row says again what stands above it, and one has nobody's name.
    private static readonly string[] Rows =
    [
        $"БҮ-1,1,{Training},Өлзийбатын,Үнэнбүрэн,эм,1984,,95550101,MN6416,,,1;1,40,70",
        $"БҮ-1,2,{Training},Ү.,Бөхөө,эр,1991,,95550102,MN6416,,,1;0,,",
        $"БҮ-1,3,{Training},Цэцэгмаагийн,Эрдэнэбүрэн,эр,1975,,95550103,MN6416,,,0;1,20,65",
        $"БҮ-1,3,{Training},Цэцэгмаагийн,Эрдэнэбүрэн,эр,1975,,95550103,MN6416,,,0;1,20,65",
        $"БҮ-1,4,{Training},Дорж,,эр,1980,,95550104,MN6416,,,1;1,,",
    ];

    [BrowserFact]
    public Task A_sheet_is_checked_confirmed_counted_and_undone() => site.Play(async stage =>
    {
        var page = await stage.Enter(Who.Administrator);
        await Upload(page, "Баян-Овоо 2019.csv", Head, Rows);

        // Checked: everything is known and nothing is written.
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = stage.T["imports.confirm"] })).ToBeVisibleAsync();
        Assert.Equal(("5", "3", "4"), (await Figure(page, "imports.rows"), await Figure(page, "imports.people.new"), await Figure(page, "imports.marks")));
        Assert.Equal(("1", "1"), (await Figure(page, "imports.errors"), await Figure(page, "imports.warnings")));
        await Expect(page.PanelOf("problems")).ToContainTextAsync("6-р мөр");
        await Expect(page.PanelOf("problems")).ToContainTextAsync("хоосон байна");
        Assert.Equal(0, await Found(stage, "Үнэнбүрэн"));

        await page.PressInMain("imports.confirm");
        await Expect(page.GetByText(stage.T["imports.done"])).ToBeVisibleAsync();
        Assert.Equal(("3", "1"), (await Figure(page, "imports.people.new"), await Figure(page, "imports.cohorts")));
        await site.CatchUp();
        Assert.Equal(1, await Found(stage, "Үнэнбүрэн"));

        await page.FollowInMain("imports.undo");
        await page.PressInMain("imports.undo");
        await Expect(page.GetByText(stage.T["imports.undone"])).ToBeVisibleAsync();
        await site.CatchUp();
        Assert.Equal(0, await Found(stage, "Үнэнбүрэн"));
    });

    [BrowserFact]
    public Task A_sheet_with_a_column_called_otherwise_is_told_which_one_and_goes_on() => site.Play(async stage =>
    {
        var page = await stage.Enter(Who.Administrator);
        await Upload(page, "өөр толгой.csv", Head.Replace("given_name", "дуудлага", StringComparison.Ordinal), Rows[..2]);
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("багана алга");
        await page.Locator("select[name=givenName]").SelectOptionAsync(new SelectOptionValue { Label = "дуудлага (13)" });
        await page.PressInMain("imports.columns.check");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = stage.T["imports.confirm"] })).ToBeVisibleAsync();
        Assert.Equal("2", await Figure(page, "imports.people.new"));
    });

    [BrowserTheory]
    [InlineData("хуучин.xls", "D0CF11E0A1B11AE1", "Excel-ийн хуучин")]
    [InlineData("зураг.csv", "89504E470D0A1A0A0000000D49484452", "хүснэгт биш")]
    [InlineData("хоосон.csv", "", "Файл хоосон байна")]
    public Task A_file_that_is_no_sheet_is_refused_in_words(string name, string bytes, string words) => site.Play(async stage =>
    {
        var page = await stage.Enter(Who.Administrator);
        await Upload(page, name, Convert.FromHexString(bytes));
        await Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync(words);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = stage.T["imports.confirm"] })).ToHaveCountAsync(0);
    });

    [BrowserFact]
    public Task Without_a_file_the_form_says_so() => site.Play(async stage =>
    {
        var page = await stage.Enter(Who.Administrator);
        await page.GotoAsync("/imports");
        await page.PressInMain("imports.upload");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync(stage.T["form.fileMissing"]);
    });

    private static Task Upload(IPage page, string name, string head, IEnumerable<string> rows) =>
        Upload(page, name, Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Prepend(head)) + "\r\n"));

    private static async Task Upload(IPage page, string name, byte[] content)
    {
        await page.GotoAsync("/imports");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await page.PressInMain("imports.upload");
    }

    private static async Task<string> Figure(IPage page, string word)
    {
        var label = Web.Words.Wording.In(Web.Words.Language.Mongolian)[word];
        var figure = page.Locator(".figure").Filter(new() { Has = page.Locator(".figure-label").GetByText(label, new() { Exact = true }) });
        return (await figure.Locator(".figure-value").InnerTextAsync()).Trim();
    }

    // How many people of that name the search finds.
    private static async Task<int> Found(Stage stage, string name)
    {
        var page = await stage.Enter(Who.Manager);
        await page.GotoAsync($"/people?q={Uri.EscapeDataString(name)}");
        return await page.Locator("[data-results=list] tbody tr").CountAsync();
    }
}
