using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using Learning.Silo.Storage;
using Learning.Web.Accounts;
using Learning.Web.Accounts.SignIn;
using Learning.Web.Audit;
using Learning.Web.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Learning.Tests.Accounts;

/// <summary>The accounts of Learning.Web in a server of their own, on a free loopback port.</summary>
internal sealed class AccountsHost : IAsyncDisposable
{
    public const string DemoPassword = "demo-Pass-1";

    private readonly WebApplication app;

    private AccountsHost(WebApplication app, ManualClock clock) => (this.app, Clock) = (app, clock);

    public ManualClock Clock { get; }

    public IServiceProvider Services => app.Services;

    public IDatabase Database => Services.GetRequiredService<IDatabase>();

    public static Task<AccountsHost> StartAsync(DataFolder folder, ManualClock? clock = null, params (string Name, string Value)[] settings) =>
        StartAsync(LearningDatabase.Sqlite(folder.Path), clock, settings);

    public static async Task<AccountsHost> StartAsync(LearningDatabase database, ManualClock? clock, params (string Name, string Value)[] settings)
    {
        var time = clock ?? new ManualClock();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", ContentRootPath = database.DataFolder });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Name, setting.Value)));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddLearningAccounts(builder.Configuration, database);
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.UseWords();
        app.UseLearningSecurity();
        app.MapLearningAccounts();
        MapProbes(app);
        app.MapRazorComponents<PagesRoot>().AddAdditionalAssemblies(typeof(Account).Assembly);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new AccountsHost(app, time);
    }

    /// <summary>A browser: it keeps cookies and does not follow redirects.</summary>
    public HttpClient Browser() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };

    public Uri Address(string path) => new(new Uri(app.Urls.Single()), path);

    /// <summary>Where an answer redirects to, in full.</summary>
    public Uri Address(HttpResponseMessage answer) => new(new Uri(app.Urls.Single()), answer.Headers.Location!);

    public async Task<HttpClient> BrowserAsync(string userName, string password = DemoPassword)
    {
        var browser = Browser();
        var signedIn = await browser.PostAsJsonAsync("/probe/cookie", new LoginRequest(userName, password));
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        return browser;
    }

    /// <summary>A program with an access token.</summary>
    public async Task<HttpClient> ProgramAsync(string userName, string password = DemoPassword)
    {
        var program = Browser();
        var answer = await program.PostAsJsonAsync("/api/auth/login", new { userName, password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var body = await JsonAsync(answer);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.GetProperty("accessToken").GetString());
        return program;
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    /// <summary>The audit log, oldest first, as "actor action subject detail".</summary>
    public async Task<List<string>> AuditAsync() => await Database.ReadAsync((connection, cancel) => connection.RowsAsync(
        "SELECT actor || ' ' || action || ' ' || subject || CASE WHEN detail = '' THEN '' ELSE ' ' || detail END FROM audit_log ORDER BY id",
        [], row => row.GetString(0), cancel));

    public Task NoteAsync(string actor, string action, string subject) => Services.GetRequiredService<IAuditLog>()
        .Note(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, actor)], "test")), action, subject);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static void MapProbes(WebApplication app)
    {
        foreach (var policy in new[] { "administrator", "manageCohorts", "readPeople", "reach", "staff", "trainee", "ownOrStaff" })
        {
            app.MapGet($"/api/probe/{policy}", () => "in").RequireAuthorization(policy);
            app.MapGet($"/probe/{policy}", () => "in").RequireAuthorization(policy);
        }

        app.MapPost("/probe/cookie", async (LoginRequest request, PasswordSignIn signIn, HttpContext context) =>
        {
            var (verdict, principal) = await signIn.CheckAsync(request.UserName!, request.Password!, null, default);
            if (verdict == PasswordVerdict.Right) await context.SignInAsync(Schemes.Account, principal!);
            return verdict.ToString();
        });
        app.MapPost("/probe/trainee/{id}", (string id, HttpContext context) => TraineeSignIn.SignInAsync(context, id));
    }
}
