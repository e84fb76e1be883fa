using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using Learning.Domain.Regions;
using Learning.Silo.Content;
using Learning.Silo.Content.Demo;
using Learning.Silo.Projections;
using Learning.Web;
using Learning.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Orleans.Configuration;

namespace Learning.Browser.Tests.Harness;

/// <summary>The whole program on a port of its own, as <c>./run</c> starts it, and one browser to look at it.</summary>
public sealed class LearningSite : IAsyncLifetime
{
    // A machine that builds and tests at the same time is slow; a test that waits longer than this has failed.
    private const float Patience = 30_000;

    private readonly string folder = Directory.CreateTempSubdirectory("learning-browser-").FullName;
    private readonly Dictionary<string, string> signedIn = [];
    private readonly Dictionary<string, IPage> windows = [];
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private SampleWorld? world;

    public IServiceProvider Services => app!.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>The words of the pages, in the language that everybody here reads.</summary>
    public Wording Words { get; } = Wording.In(Language.Mongolian);

    /// <summary>Today in Ulaanbaatar and Bayankhongor.</summary>
    public DateOnly Today => Services.GetRequiredService<RegionTree>().Today(TimeProvider.System);

    public async Task InitializeAsync()
    {
        // Nothing will be tested, so nothing is started.
        if (Chromium.Program is null) return;
        DemoFolder.Write(ContentFolder.Find(null), Path.Combine(folder, "content"));
        var (silo, gateway) = (FreePort(), FreePort());
        app = LearningWeb.Build(
            ["--urls=http://127.0.0.1:0", $"--LEARNING_DATA={Path.Combine(folder, "data")}", $"--LEARNING_CONTENT={Path.Combine(folder, "content")}", "--LEARNING_DEMO=full"],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                // Other tests run at the same time on this machine.
                builder.Services.PostConfigure<EndpointOptions>(o => (o.SiloPort, o.GatewayPort) = (silo, gateway));
                builder.Services.PostConfigure<DevelopmentClusterMembershipOptions>(o => o.PrimarySiloEndpoint = new IPEndPoint(IPAddress.Loopback, silo));
            });
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        await Services.GetRequiredService<DemoLoading>().Load(_ => { }, CancellationToken.None);
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Headless = true, Args = Chromium.Switches });
    }

    public async Task DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Plays a scenario. One that fails leaves pictures of what its browsers showed; one during which a page had a script error,
    /// broke its own security policy or missed a file has failed too.
    /// </summary>
    /// <param name="scenario">What is done.</param>
    /// <param name="name">Its name.</param>
    public async Task Play(Func<Stage, Task> scenario, [CallerMemberName] string name = "")
    {
        await using var stage = new Stage(this, name);
        try
        {
            await scenario(stage);
            Expect.None(stage.Complaints);
        }
        catch (Exception e)
        {
            throw new ScenarioException(e, await stage.Picture());
        }
    }

    /// <summary>One of everything; made when first asked for.</summary>
    public async Task<SampleWorld> World() => world ??= await SampleWorld.Make(this);

    /// <summary>Waits until lists, searches and figures know everything written so far.</summary>
    public Task CatchUp() => Services.GetRequiredService<ReadModelFreshness>().CatchUp();

    /// <summary>A browser window of its own: nobody else's cookies.</summary>
    /// <param name="who">One of <see cref="Who"/>.</param>
    /// <param name="screen">Its size.</param>
    /// <param name="script">Whether pages may run scripts.</param>
    internal async Task<IBrowserContext> Open(string who, Screen screen, bool script)
    {
        var context = await NewContext(screen, who == Who.Anyone ? null : await SignedIn(who), script);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    /// <summary>A window that stays open, for whoever only looks.</summary>
    /// <param name="who">One of <see cref="Who"/>.</param>
    internal async Task<IPage> Window(string who)
    {
        if (!windows.TryGetValue(who, out var page)) windows[who] = page = await (await Open(who, Screen.Desktop, script: true)).NewPageAsync();
        return page;
    }

    private Task<IBrowserContext> NewContext(Screen screen, string? cookies, bool script = true) => browser!.NewContextAsync(new()
    {
        BaseURL = Address.ToString(),
        Locale = "mn-MN",
        TimezoneId = "Asia/Ulaanbaatar",
        ViewportSize = screen.Size,
        ReducedMotion = ReducedMotion.Reduce,
        StorageState = cookies,
        JavaScriptEnabled = script,
    });

    // Somebody signs in once, by the page, and keeps the cookie for all tests.
    private async Task<string> SignedIn(string who)
    {
        if (signedIn.TryGetValue(who, out var kept)) return kept;
        var sample = who is Who.Trainee or Who.OtherTrainer ? await World() : null;
        await using var context = await NewContext(Screen.Desktop, null);
        var page = await context.NewPageAsync();
        if (who == Who.Trainee) await page.OpenOwnPage(sample!.BadgePath, SampleWorld.Pin);
        else if (who == Who.OtherTrainer) await page.SignIn(who, SampleWorld.OtherPassword);
        else await page.SignIn(who);
        return signedIn[who] = await context.StorageStateAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
