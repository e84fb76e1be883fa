using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.Access;

/// <summary>What every page of the program promises, whoever wrote it.</summary>
[Collection(BrowserTests.Name)]
public sealed class EveryPageTests(LearningSite site)
{
    /// <summary>For phones on slow links: what trainees and anyone may open.</summary>
    private const int MostBytes = 50 * 1024;

    private static readonly string[] LightPages = ["/", "/b/", "/mine", "/verify", "/cohorts/{Id}/appl", "/error/", "/sign-in"];

    public static TheoryData<string> Routes => new(PageRoutes.All);

    public static TheoryData<string> Papers => new(PageSamples.Papers.Keys);

    [Fact]
    public void Every_route_has_a_sample_and_every_sample_a_route()
    {
        Expect.None([.. PageRoutes.All.Except(PageSamples.All.Keys)]);
        Expect.None([.. PageSamples.All.Keys.Except(PageRoutes.All)]);
    }

    [BrowserFact]
    public Task The_check_finds_what_is_wrong() => site.Play(async stage =>
    {
        var page = await stage.Enter();
        await page.SetContentAsync("<!doctype html><html lang=mn><title>x</title><main><h1>x</h1><button></button><p style='color:#bbb;background:#fff'>бүдэг</p></main>");
        await Axe.PutInto(page);
        var found = await Axe.Find(page);
        Assert.Contains(found, problem => problem.StartsWith("button-name", StringComparison.Ordinal));
        Assert.Contains(found, problem => problem.StartsWith("color-contrast", StringComparison.Ordinal));
    });

    [BrowserTheory]
    [MemberData(nameof(Routes))]
    public Task A_page_keeps_nobody_out(string route) => site.Play(async stage =>
    {
        var world = await site.World();
        Assert.True(PageSamples.All.TryGetValue(route, out var sample), $"{route} has no sample: add one to {nameof(PageSamples)}.");
        var page = await stage.Look(sample.Who, Screen.Phone);
        var answer = (await page.GotoAsync(sample.Path(world)))!;
        Assert.Equal(sample.Status, answer.Status);
        Assert.Equal("mn", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        if (LightPages.Any(start => start == "/" ? route == "/" : route.StartsWith(start, StringComparison.Ordinal)))
            Assert.InRange((await answer.BodyAsync()).Length, 1, MostBytes);

        Expect.None([.. await Layout.Wider(page), .. await Layout.Smaller(page)]);
        await Axe.PutInto(page);
        var found = new List<string>();
        foreach (var screen in new[] { Screen.Phone, Screen.Desktop })
        {
            await page.SetViewportSizeAsync(screen.Width, screen.Height);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                found.AddRange((await Axe.Find(page)).Select(problem => $"{screen.Name}, {scheme}: {problem}"));
            }
        }

        // What is folded away is a part of the page too.
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");
        await page.SetViewportSizeAsync(Screen.Phone.Width, Screen.Phone.Height);
        found.AddRange((await Axe.Find(page)).Select(problem => $"everything unfolded: {problem}"));
        found.AddRange(await Layout.Wider(page));
        Expect.None(found);
    }, route.Replace('/', '_'));

    [BrowserTheory]
    [MemberData(nameof(Papers))]
    public Task A_sheet_to_print_keeps_nobody_out(string paper) => site.Play(async stage =>
    {
        var (who, path, _) = PageSamples.Papers[paper];
        var page = await stage.Look(who, Screen.Desktop);
        var answer = (await page.GotoAsync(path(await site.World())))!;
        Assert.Equal(200, answer.Status);
        Assert.Equal("mn", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        await Axe.PutInto(page);
        Expect.None(await Axe.Find(page));
    }, paper.Replace('/', '_'));
}
