using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Learning.Domain.Regions;
using Learning.Silo.Projections;
using Learning.Web;
using Learning.Web.Accounts.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;

namespace Learning.Api.Tests.Site;

/// <summary>The whole program on a port of its own, with its own database; what <c>./run</c> starts.</summary>
public abstract class ApiSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("learning-api-").FullName;
    private readonly Dictionary<string, ApiClient> clients = [];
    private WebApplication? app;

    /// <summary>Its services, for what no call does.</summary>
    public IServiceProvider Services => app!.Services;

    public IGrainFactory Grains => Services.GetRequiredService<IGrainFactory>();

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Nobody in particular.</summary>
    public ApiClient Anyone => new(Browser());

    public ApiClient Admin => clients["admin"];

    public ApiClient Manager => clients["manager"];

    public ApiClient Trainer => clients["trainer"];

    /// <summary>Another trainer, of other cohorts.</summary>
    public ApiClient OtherTrainer => clients["trainer2"];

    public Faults Faults { get; } = new();

    public ForwardClock Clock { get; } = new();

    public DateOnly Today => Services.GetRequiredService<RegionTree>().Today(TimeProvider.System);

    /// <summary>Waits until lists and searches know everything written so far.</summary>
    public Task CatchUp() => Services.GetRequiredService<ReadModelFreshness>().CatchUp();

    /// <summary>A client with that token.</summary>
    public ApiClient With(string token)
    {
        var http = Browser();
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return new ApiClient(http);
    }

    public async Task InitializeAsync()
    {
        var (silo, gateway) = (FreePort(), FreePort());
        app = LearningWeb.Build(
            ["--urls=http://127.0.0.1:0", $"--LEARNING_DATA={folder}", "--LEARNING_DEMO=accounts", .. await Settings()],
            builder =>
            {
                builder.Logging.SetMinimumLevel(LogLevel.Error);
                builder.Services.AddSingleton<IIncomingGrainCallFilter>(Faults);
                builder.Services.AddSingleton<TimeProvider>(Clock);
                // Other tests run at the same time on this machine.
                builder.Services.PostConfigure<EndpointOptions>(o => (o.SiloPort, o.GatewayPort) = (silo, gateway));
                builder.Services.PostConfigure<DevelopmentClusterMembershipOptions>(o => o.PrimarySiloEndpoint = new IPEndPoint(IPAddress.Loopback, silo));
            });
        await app.StartAsync();
        Address = new Uri(app.Urls.First());
        foreach (var (user, _) in DemoAccounts.All) clients[user] = With(await SignIn(user, DemoAccounts.Password));
        await Admin.Post("/api/accounts", new { userName = "trainer2", displayName = "Өөр сургагч", roles = new[] { "trainer" }, password = "ухаа-Худаг-27" });
        clients["trainer2"] = With(await SignIn("trainer2", "ухаа-Худаг-27"));
    }

    public async Task DisposeAsync()
    {
        if (app is not null)
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }

        await CleanUp();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An access token.</summary>
    public async Task<string> SignIn(string userName, string password)
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var answer = await http.PostAsJsonAsync("/api/auth/login", new { userName, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["accessToken"]!.GetValue<string>();
    }

    /// <summary>Settings of the database.</summary>
    protected abstract Task<string[]> Settings();

    /// <summary>Removes what the settings needed.</summary>
    protected virtual Task CleanUp() => Task.CompletedTask;

    // Without cookies: a language chosen in one scenario must not be that of the next.
    private HttpClient Browser() => new(new HttpClientHandler { UseCookies = false }) { BaseAddress = Address };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
