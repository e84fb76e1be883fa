using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Learning.Browser.Tests.People;

/// <summary>Somebody registered twice becomes one person, and two again, without a script.</summary>
[Collection(BrowserTests.Name)]
public sealed class MergeTests(LearningSite site)
{
    [BrowserFact]
    public Task Two_records_are_found_compared_merged_and_taken_apart() => site.Play(async stage =>
    {
        using var api = await Api.Administrator(site.Address);
        var (first, second, man) = (await Person(api, "Хоролсүрэн", "female", "91113301"), await Person(api, "Khorolsuren", "female", "91113302"), await Person(api, "Хоролсүрэн", "male", "91113303"));
        await site.CatchUp();
        var page = await stage.Enter(Who.Administrator, Screen.Phone, script: false);
        await page.GotoAsync($"/people/{second}");
        await page.FollowInMain("merge.open");

        // Of another sex: no.
        await page.GotoAsync($"/people/{second}/merge?with={man}");
        await Expect(page.Locator("main")).ToContainTextAsync(stage.T["merge.forbidden"]);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = stage.T["merge.do"] })).ToHaveCountAsync(0);

        await page.GotoAsync($"/people/{second}/merge");
        await page.Write("find", "91113301");
        await page.PressInMain("action.search");
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Очирын Хоролсүрэн" }).ClickAsync();
        await page.PressInMain("merge.do");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(stage.T["merge.reason"]);
        await page.Write("Reason", "Утсаар ярьж лавласан");
        // The older record is proposed to stay.
        await page.PressInMain("merge.do");

        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/people/{first}\\?done=merged"));
        await Expect(page.PanelOf("merges")).ToContainTextAsync("Khorolsuren");
        await Expect(page.PanelOf("merges")).ToContainTextAsync("Утсаар ярьж лавласан");
        await site.CatchUp();
        await page.GotoAsync("/people?q=Khorolsuren");
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(2);
        // The old address leads to the person.
        await page.GotoAsync($"/people/{second}");
        await Expect(page.Title()).ToHaveTextAsync("Очирын Хоролсүрэн");

        await page.PanelOf("merges").Locator("summary").ClickAsync();
        await page.PanelOf("merges").GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Title()).ToHaveTextAsync("Очирын Khorolsuren");
        await Expect(page.PanelOf("merges")).ToContainTextAsync(stage.T["merge.undone"]);
        await site.CatchUp();
        await page.GotoAsync("/people?q=Khorolsuren");
        await Expect(page.Locator("main tbody tr")).ToHaveCountAsync(3);
    });

    private static async Task<string> Person(Api api, string given, string sex, string phone) => (await api.Post("/api/trainees", new
    {
        givenName = given, patronymic = "Очирын", sex, birthYear = 1979, phone, homeRegion = "MN6416", consents = new[] { "training" },
    }))!["id"]!.GetValue<string>();
}
