using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>A trainer's phone: a browser process with a disk of its own, a link to the server, a camera and a clock.</summary>
public sealed class Phone : IAsyncDisposable
{
    // The same address on every phone, so that the app installed on one can be copied to another. Names below localhost count
    // as secure, which the camera, the service worker and WebCrypto ask for.
    private const string Site = "learning.localhost";

    /// <summary>What the browser keeps the app's data under.</summary>
    public const string Origin = $"http://{Site}";

    private static readonly string[] Scripts = [Script("clock.js"), Script("camera.js")];

    private readonly IPlaywright playwright;
    private readonly string profile;
    private IBrowserContext? context;
    private Action<string> complain;
    private ICDPSession? disk;
    private bool isOffline;

    private Phone(IPlaywright playwright, Link link, string profile, Action<string> complain)
    {
        this.playwright = playwright;
        this.profile = profile;
        this.complain = complain;
        Link = link;
    }

    public Link Link { get; }

    /// <summary>The app.</summary>
    public IPage Page { get; private set; } = null!;

    public IBrowserContext Browser => context!;

    /// <summary>Whether something was done to it that <see cref="WipeAsync"/> does not undo.</summary>
    public bool IsWorn { get; set; }

    /// <summary>Switches it on; the app is not open yet.</summary>
    public static async Task<Phone> OpenAsync(IPlaywright playwright, Server server, string profile, Action<string> complain)
    {
        var phone = new Phone(playwright, await Link.OpenAsync(server.Address), profile, complain);
        await phone.StartAsync();
        return phone;
    }

    /// <summary>Starts the browser on the phone's disk.</summary>
    public async Task StartAsync()
    {
        context = await playwright.Chromium.LaunchPersistentContextAsync(profile, new()
        {
            ExecutablePath = Chromium.Program,
            Headless = true,
            Args = [.. Chromium.Switches, $"--host-resolver-rules=MAP {Site}:80 127.0.0.1:{Link.Port}"],
            BaseURL = Origin,
            Locale = "mn-MN",
            TimezoneId = "Asia/Ulaanbaatar",
            ViewportSize = Screen.Phone.Size,
            ReducedMotion = ReducedMotion.Reduce,
            Offline = isOffline,
        });
        context.SetDefaultTimeout(FieldSite.Patience);
        foreach (var script in Scripts) await context.AddInitScriptAsync(script);
        Page = context.Pages[0];
        Listen(Page);
    }

    /// <summary>The battery dies: the browser's process is killed.</summary>
    public async Task KillAsync()
    {
        IsWorn = true;
        var gone = new TaskCompletionSource();
        context!.Close += (_, _) => gone.TrySetResult();
        using (var browser = Process.GetProcessById(BrowserProcess()))
        {
            browser.Kill();
            await browser.WaitForExitAsync();
        }

        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30));
        context = null;
    }

    /// <summary>Opens another tab of the app.</summary>
    public async Task<IPage> NewTabAsync()
    {
        var page = await context!.NewPageAsync();
        Listen(page);
        return page;
    }

    /// <summary>No signal, and the phone knows it.</summary>
    public async Task GoOfflineAsync()
    {
        Link.Down();
        isOffline = true;
        await context!.SetOfflineAsync(true);
    }

    /// <summary>A signal again.</summary>
    public async Task GoOnlineAsync()
    {
        Link.Up();
        isOffline = false;
        await context!.SetOfflineAsync(false);
    }

    /// <summary>Sets the phone's clock that far from the right time, from now on.</summary>
    public async Task SetClockAsync(TimeSpan wrong) => await Page.EvaluateAsync("wrong => phoneClock.set(wrong)", wrong.TotalMilliseconds);

    /// <summary>The browser is started anew, and no room is left on the phone.</summary>
    public async Task FillDiskAsync()
    {
        IsWorn = true;
        // A running browser asks only now and then how much room there is.
        await context!.CloseAsync();
        await StartAsync();
        disk = await context!.NewCDPSessionAsync(Page);
        await disk.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = Origin, ["quotaSize"] = 1 });
    }

    /// <summary>There is room again.</summary>
    public async Task EmptyDiskAsync() => await disk!.SendAsync("Storage.overrideQuotaForOrigin", new() { ["origin"] = Origin });

    /// <summary>What is in the phone's database.</summary>
    /// <param name="store">One of <c>scans</c>, <c>marks</c>, <c>sessions</c>, <c>facts</c>.</param>
    public async Task<IReadOnlyList<JsonNode>> RowsAsync(string store) =>
        [.. JsonNode.Parse(await Page.EvaluateAsync<string>(
            """
            store => new Promise((done, failed) => {
              const opening = indexedDB.open('learning-checkin');
              opening.onerror = () => failed(opening.error);
              opening.onupgradeneeded = () => opening.transaction.abort();
              opening.onsuccess = () => {
                const db = opening.result, all = db.transaction(store).objectStore(store).getAll();
                all.onsuccess = () => { db.close(); done(JSON.stringify(all.result)); };
                all.onerror = () => { db.close(); failed(all.error); };
              };
            })
            """, store))!.AsArray().Select(row => row!)];

    /// <summary>Which app is on it, in a form to compare: its caches, and whether another one is on its way.</summary>
    public Task<string> AppAsync() => Page.EvaluateAsync<string>(
        """
        async () => {
          const workers = await navigator.serviceWorker.getRegistrations();
          return JSON.stringify([await caches.keys(), workers.map(w => [!!w.installing, !!w.waiting, !!w.active])]);
        }
        """);

    /// <summary>Makes it the phone it was when the app had been installed: nobody is signed in, nothing is stored, the signal is good.</summary>
    public async Task WipeAsync()
    {
        foreach (var tab in context!.Pages.Where(p => p != Page).ToList()) await tab.CloseAsync();
        await Page.GotoAsync("about:blank");
        var storage = await context.NewCDPSessionAsync(Page);
        await storage.SendAsync("Storage.clearDataForOrigin", new() { ["origin"] = Origin, ["storageTypes"] = "cookies,indexeddb,local_storage" });
        await storage.DetachAsync();
        await GoOnlineAsync();
    }

    /// <summary>Gives it to another scenario.</summary>
    /// <param name="server">Where its link leads.</param>
    /// <param name="complaint">Told what no page may do.</param>
    public void HandTo(Server server, Action<string> complaint)
    {
        Link.LeadTo(server.Address);
        complain = complaint;
    }

    public async ValueTask DisposeAsync()
    {
        if (context is not null) await context.CloseAsync();
        await Link.DisposeAsync();
    }

    /// <summary>Photographs what it shows.</summary>
    /// <returns>The file, what stands on the page and what last went over the link; or why there is no picture.</returns>
    public async Task<string> PictureAsync(string file)
    {
        if (context is null) return "a phone that is off";
        try
        {
            await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
            // In words, too: a picture stays on the machine that took it.
            var words = await Page.Locator("body").InnerTextAsync();
            return $"{file} ({Page.Url})\n    {string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}\n    {string.Join(", ", Link.Passages.TakeLast(12))}";
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The scenario's own failure is the one to tell.
            return $"no picture, {e.Message}";
        }
    }

    private static string Script(string name)
    {
        using var reader = new StreamReader(typeof(Phone).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    // The one whose command line names the phone's disk and that is nobody's child within the browser.
    private int BrowserProcess() => Directory.EnumerateDirectories("/proc")
        .Select(Path.GetFileName).Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
        .Select(name => int.Parse(name!, CultureInfo.InvariantCulture))
        .Single(id => CommandLine(id) is var words && words.Contains($"--user-data-dir={profile}") && !words.Any(w => w.StartsWith("--type=", StringComparison.Ordinal)));

    private static string[] CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Split('\0');
        }
        // It ended meanwhile.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Listen(IPage page)
    {
        page.PageError += (_, error) => complain($"{page.Url}: {error}");
        page.Console += (_, said) =>
        {
            // Chromium also says so of every request that a scenario made fail.
            if (said.Type == "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) complain($"{page.Url}: {said.Text}");
        };
    }
}
