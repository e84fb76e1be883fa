using System.Globalization;
using System.Text.RegularExpressions;
using Learning.Browser.Tests.Harness;
using Learning.Contracts.Certificates;
using Learning.Contracts.Trainees;
using Learning.Web.Kit.Forms;
using Microsoft.Playwright;
using Xunit.Abstractions;
using static Microsoft.Playwright.Assertions;

namespace Learning.Browser.Tests.Story;

/// <summary>What the product is for, from the first form to the figure, by the people who do it and in their language.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class FromPlanToCertificateTests(LearningSite site, ITestOutputHelper output)
{
    private const string Given = "Үүрийнтуяа";
    private const string Patronymic = "Өнөрбаярын";
    private const string Name = $"{Patronymic} {Given}";
    private const string Pin = "2580";

    /// <summary>A figure on a screen somewhere else follows a check-in within this time.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [BrowserFact]
    public Task Somebody_applies_is_checked_in_gets_a_certificate_and_is_one_more_person_reached() => site.Play(async stage =>
    {
        var office = await stage.Enter();
        await office.SignIn(Who.Administrator);
        var cohort = await Plan(stage, office);
        await Apply(stage, cohort);
        await Approve(stage, office, cohort);
        var shortCode = await IssueBadge(stage, office, cohort);

        var manager = await stage.Enter();
        await manager.SignIn(Who.Manager);
        await CheckIn(stage, manager, cohort, shortCode);

        var certificate = await Close(stage, office, cohort);
        await ReadPdf(stage, certificate);
        await Verify(stage, certificate);
        await OpenOwnPage(stage, shortCode, certificate);
        await Drill(stage, manager, cohort);
    });

    // The administrator plans a cohort of two places for today, and opens it.
    private async Task<string> Plan(Stage stage, IPage office)
    {
        await office.GotoAsync("/cohorts");
        await office.FollowInMain("cohortpage.new");
        await office.Choose("courseCode", "GEN-101");
        await office.Choose("regionCode", "MN6416");
        await office.Write("venue", "Баян-Овоо сумын Соёлын төв");
        await office.Write("startDate", DayText.Of(site.Today));
        await office.Write("capacity", "2");
        await office.Tick("trainers", Who.Trainer);
        await office.Choose("grants[0].code", "TRAFIGURA");
        await office.PressInMain("cohortpage.plan");
        await Expect(office.GetByText(stage.T["cohortpage.done.planned"])).ToBeVisibleAsync();
        var id = new Uri(office.Url).Segments[^1];

        await office.FollowInMain("action.open");
        await office.PressInMain("cohortpage.open.button");
        await Expect(office.GetByText(stage.T["cohortpage.done.open"])).ToBeVisibleAsync();
        return id;
    }

    // Somebody finds it on the public page, with a phone and without an account.
    private static async Task Apply(Stage stage, string cohort)
    {
        var phone = await stage.Enter(Who.Anyone, Screen.Phone);
        await phone.GotoAsync("/");
        await phone.Choose("aimag", "MN64");
        await phone.PressInMain("action.show");
        await phone.Locator($"a[href='/cohorts/{cohort}/apply']").ClickAsync();
        await Expect(phone.GetByRole(AriaRole.Main)).ToContainTextAsync(stage.T.Count("cohort.freePlaces", 2));
        await phone.Write("patronymic", Patronymic);
        await phone.Write("givenName", Given);
        await phone.Tick("sex", "female");
        await phone.Write("birthYear", "1987");
        await phone.Write("phone", "8811 2233");
        await phone.Choose("homeRegion", "MN6416");
        await phone.Write("pin", Pin);
        await phone.Tick("consents", "training");
        await phone.Tick("consents", "certificate");
        await phone.PressInMain("action.apply");
        await Expect(phone.Title()).ToHaveTextAsync("Хүсэлтийг хүлээн авлаа");
    }

    private static async Task Approve(Stage stage, IPage office, string cohort)
    {
        await office.GotoAsync($"/cohorts/{cohort}");
        await office.GetByRole(AriaRole.Button, new() { Name = $"{stage.T["action.approve"]}: {Name}" }).ClickAsync();
        await Expect(office.GetByText(stage.T["cohortpage.done.approve"])).ToBeVisibleAsync();
    }

    private static async Task<string> IssueBadge(Stage stage, IPage office, string cohort)
    {
        await office.GotoAsync($"/cohorts/{cohort}");
        await office.GetByRole(AriaRole.Link, new() { Name = Name }).ClickAsync();
        await Expect(office.Title()).ToHaveTextAsync(Name);
        await office.PressInMain("people.badge.issue");
        await Expect(office.GetByText(stage.T["people.done.badge"])).ToBeVisibleAsync();
        return await office.PanelOf("badge").Locator(".code").InnerTextAsync();
    }

    // The trainer types the badge's code; a manager elsewhere sees the figure go up without touching the page.
    private async Task CheckIn(Stage stage, IPage manager, string cohort, string shortCode)
    {
        await manager.GotoAsync("/reach");
        await Expect(manager.Locator(".live")).ToHaveAttributeAsync("data-state", "on");
        var before = await Reached(manager);
        var changed = await Moment.OfChange(manager, ".figures .figure-value");

        var trainer = await stage.Enter(Who.Anyone, Screen.Phone);
        await trainer.SignIn(Who.Trainer);
        await trainer.GotoAsync("/sessions");
        await trainer.Locator($"a[href='/sessions/{cohort}~1']").ClickAsync();
        await trainer.Write("text", shortCode);
        await trainer.Keyboard.PressAsync("Enter");
        var answer = trainer.Locator(".scan-answer");
        await Expect(answer).ToContainTextAsync("Бүртг");
        await Expect(answer).ToContainTextAsync(Name);

        var after = TimeSpan.FromMilliseconds(await changed() - await Moment.OfAnswer(trainer));
        var told = string.Create(CultureInfo.InvariantCulture, $"The figure followed {after.TotalMilliseconds:0} ms after the check-in was answered.");
        output.WriteLine(told);
        Assert.True(after <= Soon, told);
        Assert.Equal(before + 1, await Reached(manager));

        // The same badge again is nobody new.
        await trainer.Write("text", shortCode);
        await trainer.Keyboard.PressAsync("Enter");
        await Expect(answer).ToContainTextAsync("Аль хэдийн бүртгэсэн");
    }

    private static async Task<string> Close(Stage stage, IPage office, string cohort)
    {
        await office.GotoAsync($"/cohorts/{cohort}");
        await office.FollowInMain("action.close");
        await office.PressInMain("cohortpage.close.button");
        await Expect(office.GetByText(stage.T["cohortpage.done.close"])).ToBeVisibleAsync();
        var link = office.PanelOf("roster").Locator("a[href^='/verify/']");
        return (await link.GetAttributeAsync("href"))!;
    }

    private static async Task ReadPdf(Stage stage, string certificate)
    {
        var page = await stage.Enter(Who.Manager);
        await page.GotoAsync(certificate);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "PDF" }).ClickAsync());
        Assert.EndsWith(".pdf", download.SuggestedFilename, StringComparison.Ordinal);
        var file = await download.PathAsync();
        Assert.StartsWith("%PDF-", File.ReadLines(file).First(), StringComparison.Ordinal);
        if (await PdfText.Of(file) is { } text) Assert.Contains(Name, Space().Replace(text, " "), StringComparison.Ordinal);
    }

    // Somebody who was shown the certificate and knows nothing else.
    private static async Task Verify(Stage stage, string certificate)
    {
        var anyone = await stage.Enter(Who.Anyone, Screen.Phone);
        await anyone.GotoAsync(certificate);
        Assert.StartsWith("✓ Хүчинтэй", (await anyone.GetByRole(AriaRole.Main).InnerTextAsync()).Trim(), StringComparison.Ordinal);
        await Expect(anyone.GetByRole(AriaRole.Main)).ToContainTextAsync(Name);
        Assert.Empty(await anyone.Context.CookiesAsync());
    }

    private async Task OpenOwnPage(Stage stage, string shortCode, string certificate)
    {
        var trainee = await stage.Enter(Who.Anyone, Screen.Phone);
        await trainee.OpenOwnPage(await BadgePath(certificate), Pin);
        await Expect(trainee.Title()).ToHaveTextAsync(Name);
        await Expect(trainee.PanelOf("badge")).ToContainTextAsync(shortCode);
        await Expect(trainee.GetByRole(AriaRole.Row, new() { Name = stage.T.Date(site.Today) })).ToContainTextAsync("Ирсэн");
        var theirs = await trainee.GetByRole(AriaRole.Main).Locator("a[href^='/verify/']").GetAttributeAsync("href");
        Assert.Equal(Number(certificate), Number(theirs!));
    }

    // From the figure to the person, link by link.
    private static async Task Drill(Stage stage, IPage manager, string cohort)
    {
        await manager.GotoAsync("/reach");
        await manager.Locator("[data-live=table]").GetByRole(AriaRole.Link, new() { Name = "Баянхонгор", Exact = true }).ClickAsync();
        await manager.Locator("[data-live=table]").GetByRole(AriaRole.Link, new() { Name = "Баян-Овоо", Exact = true }).ClickAsync();
        await manager.Locator($"[data-live=cohorts] a[href='/cohorts/{cohort}']").ClickAsync();
        await manager.Locator($"a[href='/sessions/{cohort}~1']").ClickAsync();
        var row = manager.GetByRole(AriaRole.Row, new() { Name = Name });
        await Expect(row).ToContainTextAsync("Ирсэн");
        await Expect(manager.Title()).ToContainTextAsync(stage.T.Date(stage.Site.Today));
    }

    // What a phone's camera reads from the badge.
    private async Task<string> BadgePath(string certificate)
    {
        var holder = (await site.Grains.GetGrain<ICertificateGrain>(Number(certificate)).Get())!.TraineeId;
        return new Uri((await site.Grains.GetGrain<ITraineeGrain>(holder).Get())!.CurrentBadge!.Text).AbsolutePath;
    }

    // Printed in groups or not, it is the same number.
    private static string Number(string address) => address.Split('/')[^1].Replace("-", "", StringComparison.Ordinal);

    private static async Task<int> Reached(IPage page) =>
        int.Parse(NotDigit().Replace(await page.Locator(".figures .figure-value a").First.InnerTextAsync(), ""), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\D")]
    private static partial Regex NotDigit();
}
