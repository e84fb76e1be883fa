using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Learning.Browser.Tests.Forms;

/// <summary>Old phones, strict networks and broken downloads: whatever matters works without scripts.</summary>
[Collection(BrowserTests.Name)]
public sealed class WithoutScriptTests(LearningSite site)
{
    [BrowserFact]
    public Task Somebody_is_checked_in_by_name() => site.Play(async stage =>
    {
        var world = await site.World();
        var page = await stage.Enter(Who.Trainer, Screen.Phone, script: false);
        await page.GotoAsync($"/sessions/{world.Session}");
        await page.Write("text", "nyamhuudenpeljee");
        await page.PressInMain("roster.checkIn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Нямхүүдэнпэлжээ" }).First.ClickAsync();
        await Expect(page.Locator(".scan-answer")).ToContainTextAsync(stage.T["roster.answer.in"]);
        await page.ReloadAsync();
        await Expect(page.Locator("tr", new() { HasText = "Нямхүүдэнпэлжээ" }).Locator("[aria-pressed=true]")).ToHaveTextAsync("Ирсэн");
    });

    [BrowserFact]
    public Task Figures_are_filtered_and_the_filter_stands_in_the_address() => site.Play(async stage =>
    {
        var page = await stage.Enter(Who.Manager, script: false);
        await page.GotoAsync("/reach");
        await page.Choose("region", "MN64");
        await page.Choose("measure", "participations");
        await page.PressInMain("action.show");
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("region=MN64.*measure=participations"));
        await Expect(page.Title()).ToContainTextAsync("Баянхонгор");
        Assert.Equal("participations", await page.Locator("select[name=measure]").InputValueAsync());
    });
}
