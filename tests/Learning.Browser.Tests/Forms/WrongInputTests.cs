using Learning.Browser.Tests.Access;
using Learning.Browser.Tests.Harness;
using Learning.Contracts.Trainees;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Learning.Browser.Tests.Forms;

/// <summary>People type wrong things, and some do so on purpose.</summary>
[Collection(BrowserTests.Name)]
public sealed class WrongInputTests(LearningSite site)
{
    [BrowserFact]
    public Task An_empty_application_says_what_is_missing_and_leads_there() => site.Play(async stage =>
    {
        var world = await site.World();
        var page = await stage.Enter(Who.Anyone, Screen.Phone);
        await page.GotoAsync($"/cohorts/{world.CohortId}/apply");
        await page.PressInMain("action.apply");

        var summary = page.Locator(".error-summary");
        await Expect(summary).ToBeFocusedAsync();
        await Expect(summary.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Алдаа гарлаа");
        string[] missing = ["patronymic", "givenName", "sex", "birthYear", "phone", "homeRegion", "pin", "consents"];
        Assert.Equal(missing.Select(field => $"#{field}"), await summary.Locator("a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))"));
        foreach (var field in missing)
        {
            await summary.Locator($"a[href='#{field}']").ClickAsync();
            await Expect(page.Locator($"#{field}")).ToBeFocusedAsync();
        }

        await Axe.PutInto(page);
        Learning.Testing.Expect.None(await Axe.Find(page));
    });

    [BrowserFact]
    public Task Markup_in_a_name_is_text_and_runs_nothing() => site.Play(async stage =>
    {
        const string Given = "<img src=x onerror=\"window.broken=1\">Өлзий";
        const string Patronymic = "<script>window.broken=1</script>Бат\"'&amp;";
        var world = await site.World();
        var phone = await stage.Enter(Who.Anyone, Screen.Phone);
        await phone.GotoAsync($"/cohorts/{world.CohortId}/apply");
        await phone.Write("patronymic", Patronymic);
        await phone.Write("givenName", Given);
        await phone.PressInMain("action.apply");
        Assert.Equal(Given, await phone.Locator("#givenName").InputValueAsync());
        await Unbroken(phone);

        await phone.Tick("sex", "male");
        await phone.Write("birthYear", "1990");
        await phone.Write("phone", "91119111");
        await phone.Choose("homeRegion", "MN6416");
        await phone.Write("pin", "1357");
        await phone.Tick("consents", "training");
        await phone.PressInMain("action.apply");
        await Expect(phone.Title()).ToHaveTextAsync("Хүсэлтийг хүлээн авлаа");

        var office = await stage.Enter(Who.Administrator);
        await office.GotoAsync($"/cohorts/{world.CohortId}");
        var requested = office.PanelOf("requested");
        await Expect(requested).ToContainTextAsync(Given);
        await Expect(requested).ToContainTextAsync(Patronymic);
        await Unbroken(office);
        await office.GetByRole(AriaRole.Link, new() { Name = Given }).ClickAsync();
        await Expect(office.Title()).ToContainTextAsync(Given);
        await Unbroken(office);
        await office.GotoAsync($"/people?q={Uri.EscapeDataString("<img src=x onerror=window.broken=1>")}");
        await Unbroken(office);
    });

    [BrowserFact]
    public Task A_PIN_that_is_wrong_five_times_locks_the_page_even_for_the_right_one() => site.Play(async stage =>
    {
        const string Pin = "7531";
        using var api = await Api.Administrator(site.Address);
        var person = (await api.Post("/api/trainees", new
        {
            givenName = "Өөдөс", patronymic = "Үлэмжийн", sex = "female", birthYear = 1979, phone = "91113301", homeRegion = "MN6416", consents = new[] { "training" },
        }))!["id"]!.GetValue<string>();
        var badge = new Uri((await api.Post($"/api/trainees/{person}/badge"))!["url"]!.GetValue<string>()).AbsolutePath;
        await site.Grains.GetGrain<ITraineeGrain>(person).SetPin(Pin);

        var page = await stage.Enter(Who.Anyone, Screen.Phone);
        await page.GotoAsync(badge);
        foreach (var told in Enumerable.Repeat(stage.T["mine.pin.wrong"], 4).Append(stage.T["mine.pin.locked"]))
        {
            await page.Write("Pin", "0000");
            await page.PressInMain("home.mine.open");
            await Expect(page.Locator(".error-summary")).ToContainTextAsync(told);
        }

        await page.GotoAsync(badge);
        await page.Write("Pin", Pin);
        await page.PressInMain("home.mine.open");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync(stage.T["mine.pin.locked"]);
        await Expect(page.GetByRole(AriaRole.Main)).Not.ToContainTextAsync("Өөдөс");
    });

    [BrowserFact]
    public Task Another_trainers_cohort_looks_like_one_that_is_not_there() => site.Play(async stage =>
    {
        var world = await site.World();
        var page = await stage.Enter(Who.OtherTrainer);
        string[] pages = ["/cohorts/{0}", "/cohorts/{0}/scores", "/cohorts/{0}/close", "/cohorts/{0}/badges", "/cohorts/{0}/badges/issue", "/sessions/{0}~1", "/sessions/{0}~1/sheet"];
        foreach (var path in pages)
        {
            var (theirs, nobodys) = (await Read(string.Format(null, path, world.CohortId)), await Read(string.Format(null, path, "00000000000000000000000000")));
            Assert.Equal(404, theirs.Status);
            Assert.Equal(nobodys, theirs);
            Assert.Contains("Хуудас олдсонгүй", theirs.Text, StringComparison.Ordinal);
        }

        async Task<(int Status, string Text)> Read(string path)
        {
            var answer = await page.GotoAsync(path);
            return (answer!.Status, await page.GetByRole(AriaRole.Main).InnerTextAsync());
        }
    });

    [BrowserFact]
    public Task A_manager_does_not_administer() => site.Play(async stage =>
    {
        var page = await stage.Enter(Who.Manager);
        string[] pages = ["/admin/accounts", "/admin/accounts/trainer", "/admin/new-account", "/admin/audit", "/cohorts/new"];
        foreach (var path in pages)
        {
            var answer = await page.GotoAsync(path);
            Assert.Equal((path, 403), (path, answer!.Status));
            await Expect(page.Title()).ToHaveTextAsync("Танд энэ хуудсыг үзэх эрх алга");
            await Expect(page.Locator($"header a[href='{path}']")).ToHaveCountAsync(0);
        }
    });

    [BrowserFact]
    public Task Somebody_not_signed_in_is_sent_to_sign_in_and_then_back() => site.Play(async stage =>
    {
        var page = await stage.Enter();
        await page.GotoAsync("/reach?region=MN64");
        await Expect(page.Title()).ToHaveTextAsync(stage.T["action.signIn"]);
        await page.Write("UserName", Who.Manager);
        await page.Write("Password", "Өөр-үг-1");
        await page.PressInMain("action.signIn");
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();
        await page.Write("Password", Web.Accounts.Demo.DemoAccounts.Password);
        await page.PressInMain("action.signIn");
        await page.WaitForURLAsync("**/reach?region=MN64");
    });

    // Nothing of what was typed has become a part of the page.
    private static async Task Unbroken(IPage page)
    {
        Assert.Equal(0, await page.Locator("img[src=x]").CountAsync());
        Assert.False(await page.EvaluateAsync<bool>("() => 'broken' in window"));
    }
}
