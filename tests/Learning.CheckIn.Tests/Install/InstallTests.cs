using System.Collections.Concurrent;
using Learning.CheckIn.Tests.Harness;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Install;

/// <summary>The app itself on the phone: whole or told to be not whole, and renewed only when nothing waits.</summary>
public sealed class InstallTests(FieldSite site) : IClassFixture<FieldSite>
{
    [BrowserFact]
    public Task Install_cut_half_way() => site.Play(async field =>
    {
        const int Come = 12;
        var training = await Training.PlanAsync(field.Server);
        var phone = await field.NewPhone(isInstalled: false);
        // The page itself comes through; of what the installer asks for, some, and then the link is gone.
        var asked = new ConcurrentQueue<string>();
        phone.Link.Weather = request =>
        {
            if (!IsInstaller(request)) return null;
            asked.Enqueue(request.Path);
            return asked.Count > Come ? Weather.Down : null;
        };
        await phone.SignInAsync();
        await phone.Session(training.Today).Locator("[data-act=download]").ClickAsync();
        await phone.Session(training.Today).Locator("[data-act=scan]").WaitForAsync();
        await Assertions.Expect(phone.Page.Locator("#offline")).ToHaveAttributeAsync("data-state", "cut");
        // The list is there, the app is not: that is not "ready".
        await Assertions.Expect(phone.Session(training.Today)).ToHaveAttributeAsync("data-ready", "no");

        // A new start goes on where it stopped.
        var kept = await phone.Page.EvaluateAsync<string[]>("async () => (await (await caches.open((await caches.keys())[0])).keys()).map(r => new URL(r.url).pathname)");
        Assert.InRange(kept.Length, 2, Come + 1);
        await phone.KillAsync();
        asked.Clear();
        phone.Link.Weather = request =>
        {
            if (IsInstaller(request)) asked.Enqueue(request.Path);
            return null;
        };
        await phone.StartAsync();
        await phone.OpenAsync();
        await phone.InstalledAsync();
        Assert.NotEmpty(asked);
        Assert.Empty(asked.Intersect(kept));
        await Assertions.Expect(phone.Page.Locator("#offline")).ToHaveAttributeAsync("data-state", "ready");
        await Assertions.Expect(phone.Session(training.Today)).ToHaveAttributeAsync("data-ready", "yes");
        await phone.GoOfflineAsync();
        await phone.ReopenAtAsync(training.Today);
        Assert.Equal("checkedIn", (await phone.TypeAsync(training.People[0].Qr)).Result);
    });

    [BrowserFact]
    public Task App_updated_with_a_queue() => site.Play(async field =>
    {
        var (training, phone) = await field.BeginAsync();
        await phone.GoOfflineAsync();
        await phone.TypeAllAsync(training.People.Take(2).Select(p => p.Qr));
        var later = await LaterVersion.OfAsync(field.Server);
        phone.Link.Weather = request => request.Path == Link.Upload ? Weather.Down : later.Answer(request);
        await phone.Browser.SetOfflineAsync(false);
        await phone.OpenAsync();
        await phone.Page.Locator(".notice.info").WaitForAsync();

        // It is there and waits: two scans have not been sent. A new start is the old version still.
        await Assertions.Expect(phone.Page.Locator("[data-act=update]")).ToHaveCountAsync(0);
        await phone.OpenAsync();
        await phone.Page.Locator(".notice.info").WaitForAsync();
        Assert.Equal(0, await phone.Page.Locator(LaterVersion.Mark).CountAsync());
        await Assertions.Expect(phone.Page.Locator("[data-act=update]")).ToHaveCountAsync(0);

        phone.Link.Weather = later.Answer;
        await phone.WakeAsync();
        await phone.EverythingSentAsync();
        await phone.Page.ClickAsync("[data-act=update]");
        await phone.Page.Locator(LaterVersion.Mark).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await phone.Page.Locator("#offline[data-state=ready]").WaitForAsync();
        await phone.GoOfflineAsync();
        await phone.ReopenAtAsync(training.Today);
        Assert.Equal(1, await phone.Page.Locator(LaterVersion.Mark).CountAsync());
        await phone.NumberIsAsync("#count-here", 2);
        Assert.Equal("already", (await phone.TypeAsync(training.People[0].Qr)).Result);
        Assert.Equal(2, (await field.Server.AttendanceAsync(training.Today)).Scans.Count);
    });

    [BrowserFact]
    public Task The_list_shows_before_the_browser_knows_whether_there_is_a_newer_app() => site.Play(async field =>
    {
        var training = await Training.PlanAsync(field.Server);
        var phone = await field.NewPhone();
        await phone.SignInAsync();
        await phone.DownloadAsync(training.Today);
        var (asked, answered) = (new TaskCompletionSource(), new TaskCompletionSource());
        phone.Link.Weather = request =>
        {
            if (request.Path != "/checkin/service-worker.js") return null;
            asked.TrySetResult();
            return new Weather { Wait = answered.Task };
        };
        await phone.OpenAsync();
        await phone.ScanAtAsync(training.Today);
        await asked.Task;
        answered.SetResult();
    });

    // What a service worker asks for says which script did.
    private static bool IsInstaller(HttpRequest request) => request.Headers.Referer.ToString().EndsWith("/service-worker.js", StringComparison.Ordinal);
}
