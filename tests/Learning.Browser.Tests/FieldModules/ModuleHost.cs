using System.Runtime.CompilerServices;
using Learning.Browser.Tests.Harness;
using Learning.Web.Accounts.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>
/// The field app's JavaScript modules as they stand in the source folder, under the app's own address and security policy, with
/// an empty page that imports them; and some answers that a phone meets on its way.
/// </summary>
public sealed class ModuleHost : IAsyncLifetime
{
    private const float Patience = 15_000;

    private readonly TaskCompletionSource stopping = new();
    private WebApplication? app;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The empty page.</summary>
    public string Page => $"{Address}/checkin/blank";

    public string Address { get; private set; } = "";

    internal IPlaywright Playwright => playwright!;

    /// <summary>The app's <c>wwwroot</c> in this checkout.</summary>
    /// <param name="self">Path of this file.</param>
    public static string Folder([CallerFilePath] string self = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(self)!, "../../../web/Learning.CheckIn/wwwroot"));

    public async Task InitializeAsync()
    {
        if (Chromium.Program is null) return;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseMiddleware<SecurityHeaders>();
        app.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(Folder()), RequestPath = "/checkin", ContentTypeProvider = new FileExtensionContentTypeProvider() });
        app.MapGet("/checkin/blank", () => Html("<!doctype html><title>x</title><video id=camera muted playsinline></video>"));
        app.MapMethods("/echo", ["GET", "POST"], async (HttpRequest request) =>
            Results.Json(new { method = request.Method, body = await new StreamReader(request.Body).ReadToEndAsync(), header = request.Headers["X-One"].ToString(), cookie = request.Headers.Cookie.ToString() }, statusCode: 202));
        app.MapGet("/portal/redirect", () => Results.Redirect("/portal/page"));
        app.MapGet("/portal/page", () => Html("<h1>Wi-Fi-д нэвтэрнэ үү</h1>"));
        app.MapGet("/cut", (HttpContext context) => context.Abort());
        app.MapGet("/silent", async () => await stopping.Task);
        app.MapGet("/half", async (HttpContext context) =>
        {
            await context.Response.WriteAsync("{\"half\":");
            await context.Response.Body.FlushAsync();
            await stopping.Task;
        });
        await app.StartAsync();
        Address = app.Urls.First();
        playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Headless = true, Args = [.. Chromium.Switches, "--autoplay-policy=no-user-gesture-required"] });
    }

    public async Task DisposeAsync()
    {
        stopping.TrySetResult();
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        if (app is not null) await app.DisposeAsync();
    }

    /// <summary>A browser with nothing in it.</summary>
    public async Task<IBrowserContext> Phone()
    {
        var phone = await browser!.NewContextAsync();
        phone.SetDefaultTimeout(Patience);
        return phone;
    }

    /// <summary>A tab of it, on the empty page.</summary>
    /// <param name="phone">The browser.</param>
    public async Task<IPage> Tab(IBrowserContext phone)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(Page);
        return page;
    }

    private static IResult Html(string text) => Results.Content(text, "text/html; charset=utf-8");
}
