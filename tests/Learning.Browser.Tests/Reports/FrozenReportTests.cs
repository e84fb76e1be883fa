using System.Text.RegularExpressions;
using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Learning.Browser.Tests.Reports;

/// <summary>From the reach page to the donor's link, without a script.</summary>
[Collection(BrowserTests.Name)]
public sealed class FrozenReportTests(LearningSite site)
{
    [BrowserFact]
    public Task A_view_is_frozen_and_a_donor_reads_it_until_the_link_is_revoked() => site.Play(async stage =>
    {
        await site.World();
        var page = await stage.Enter(Who.Manager, Screen.Phone, script: false);
        await page.GotoAsync("/reach?to=2018-12-31&by=year");
        await page.FollowInMain("report.freeze");
        await page.PressInMain("report.freezeDo");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(stage.T["report.name"]);
        await page.Write("title", "2017-2018 оны тайлан");
        await page.PressInMain("report.freezeDo");
        await Expect(page.Title()).ToHaveTextAsync("2017-2018 оны тайлан");
        var total = await page.Locator(".figure-line strong").InnerTextAsync();

        await page.Write("for", "Швейцарын хөгжлийн агентлаг");
        await page.PressInMain("report.link.make");
        var link = await page.GetByRole(AriaRole.Link, new() { Name = stage.T["report.link.open"] }).GetAttributeAsync("href");

        var donor = await stage.Enter(Who.Anyone, Screen.Phone, script: false);
        await donor.GotoAsync(link!);
        await Expect(donor.Title()).ToHaveTextAsync("2017-2018 оны тайлан");
        await Expect(donor.Locator(".figure-line strong")).ToHaveTextAsync(total);
        await Expect(donor.Locator("meta[name=robots]")).ToHaveAttributeAsync("content", "noindex");
        await Expect(donor.Locator("main")).Not.ToContainTextAsync("manager");

        await page.FollowInMain("report.delta");
        await Expect(page.Locator("main")).ToContainTextAsync(stage.T["report.same"]);
        await page.GoBackAsync();
        await page.PressInMain("action.revoke");
        await Expect(page.Locator("main")).ToContainTextAsync(stage.T["report.link.revoked"]);
        await donor.ReloadAsync();
        await Expect(donor.Title()).ToHaveTextAsync(stage.T["report.link.dead"]);
    });

    [BrowserFact]
    public Task A_target_is_set_and_drawn_on_the_running_total() => site.Play(async stage =>
    {
        await site.World();
        var page = await stage.Enter(Who.Manager, script: false);
        await page.GotoAsync("/reach?region=MN64&sex=female");
        await page.FollowInMain("target.link");
        await page.Write("to", "2030-12-31");
        await page.Write("value", "олон");
        await page.PressInMain("action.save");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(stage.T["target.badNumber"]);
        await page.Write("value", "2500");
        await page.PressInMain("action.save");
        await Expect(page).ToHaveURLAsync(new Regex("done=set"));
        await page.GotoAsync("/reach?region=MN64&sex=female");
        await Expect(page.Locator(".target-label")).ToContainTextAsync("2,500");
    });
}
