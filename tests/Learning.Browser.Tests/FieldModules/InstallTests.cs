using System.Text.Json;
using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>install.js and service-worker.js: on the phone or not, and what a cut or an update does.</summary>
[Collection(ModuleTests.Name)]
public sealed class InstallTests(ModuleHost host) : IAsyncLifetime
{
    private const int Files = 43;

    private AppHost app = null!;

    public async Task InitializeAsync()
    {
        app = await AppHost.Start();
        app.Publish("one");
    }

    public async Task DisposeAsync() => await app.DisposeAsync();

    [BrowserFact]
    public async Task Install_cut_half_way_says_so_and_goes_on_without_fetching_again_what_is_there()
    {
        await using var phone = await host.Phone();
        app.Left = 15;
        var page = await Open(phone);

        await Until(page, "s.cut");
        var cut = await State(page);
        Assert.Equal((false, Files, 15), (cut.Ready, cut.Total, cut.Cached));

        app.Left = 10;
        await page.Call("install.retry");
        await Until(page, "s.cut && s.cached === 25");
        // The phone says that it is online again: nobody has to press anything.
        app.Left = int.MaxValue;
        await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");
        await Until(page, "s.ready");

        Assert.Equal(new Report(true, true, Files, Files, false, false, false), await State(page));
        Assert.Equal(Files, app.Sent.Count);
        Assert.All(app.Sent, file => Assert.Equal(1, file.Value));
        // Told on the way, and not more than four times a second.
        var told = await page.EvaluateAsync<JsonElement>("() => states");
        Assert.Contains(told.EnumerateArray(), state => state.GetProperty("cut").GetBoolean());
        Assert.True(told[told.GetArrayLength() - 1].GetProperty("ready").GetBoolean());
    }

    [BrowserFact]
    public async Task Without_server_the_app_starts_from_every_of_its_addresses()
    {
        await using var phone = await host.Phone();
        var page = await Open(phone);
        await Until(page, "s.ready");
        await app.SwitchOff();

        foreach (var path in new[] { "/checkin/", "/checkin/?source=home", "/checkin/sessions/S-1" })
        {
            await page.GotoAsync(app.Address + path);
            Assert.Equal("one", await page.TitleAsync());
            await Until(page, "s.ready && !s.cut && !s.updating");
        }

        Assert.Equal("file 7 ", await page.EvaluateAsync<string>("async () => (await fetch('_framework/7.wasm?v=1')).text()"));
        foreach (var elsewhere in new[] { "/api/sync/bundle", "/checkin/other.json" })
            Assert.True(await page.EvaluateAsync<bool>("path => fetch(path).then(() => false, () => true)", elsewhere), elsewhere);
    }

    [BrowserFact]
    public async Task An_update_fetches_what_has_changed_and_waits_until_told()
    {
        await using var phone = await host.Phone();
        var page = await Open(phone);
        await Until(page, "s.ready");
        app.Publish("two", 3, 30);

        await page.ReloadAsync();
        await Until(page, "s.updateWaiting");
        Assert.Equal(["_framework/3.wasm", "_framework/30.wasm", "index.html"], app.Sent.Keys.Order(StringComparer.Ordinal));
        await page.ReloadAsync();
        Assert.Equal("one", await page.TitleAsync());
        await Until(page, "s.ready && s.updateWaiting");

        await page.Call("install.applyUpdate");
        await page.WaitForFunctionAsync("() => document.title === 'two'");
        await Until(page, "s.ready && !s.updateWaiting");
        Assert.Single(await page.EvaluateAsync<string[]>("() => caches.keys()"));
        await app.SwitchOff();
        await page.ReloadAsync();
        Assert.Equal("two", await page.TitleAsync());
    }

    [BrowserFact]
    public async Task An_update_cut_half_way_leaves_the_app_as_it_was()
    {
        await using var phone = await host.Phone();
        var page = await Open(phone);
        await Until(page, "s.ready");
        app.Publish("two", [.. Enumerable.Range(0, 20)]);
        app.Left = 6;

        await page.ReloadAsync();
        await Until(page, "s.cut");
        var cut = await State(page);
        // 43 less the 21 that have changed, and 6 of these.
        Assert.Equal((true, false, 28), (cut.Ready, cut.UpdateWaiting, cut.Cached));
        await page.ReloadAsync();
        Assert.Equal("one", await page.TitleAsync());

        app.Left = int.MaxValue;
        await page.Call("install.retry");
        await Until(page, "s.updateWaiting && !s.cut");
        Assert.All(app.Sent, file => Assert.Equal(1, file.Value));
        Assert.Equal(21, app.Sent.Count);
    }

    [BrowserFact]
    public async Task The_page_of_a_captive_portal_is_not_taken_for_a_file()
    {
        await using var phone = await host.Phone();
        app.Portal = "_framework/12.wasm";
        var page = await Open(phone);
        await Until(page, "s.cut");
        var cut = await State(page);
        Assert.Equal((false, Files - 1), (cut.Ready, cut.Cached));

        app.Portal = null;
        await page.Call("install.retry");
        await Until(page, "s.ready");
    }

    private async Task<IPage> Open(IBrowserContext phone)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(app.Address + "/checkin/");
        return page;
    }

    private static Task Until(IPage page, string wanted) =>
        page.Until($"async () => {{ const s = JSON.parse(await (await import('/checkin/js/install.js')).state()); return {wanted}; }}");

    private static async Task<Report> State(IPage page) =>
        JsonSerializer.Deserialize<Report>(await page.Call<string>("install.state"), JsonSerializerOptions.Web)!;

    private sealed record Report(bool Supported, bool Ready, int Cached, int Total, bool Updating, bool UpdateWaiting, bool Cut);
}
