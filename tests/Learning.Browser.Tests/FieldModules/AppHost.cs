using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Learning.Web.Accounts.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>A small app published under <c>/checkin/</c> with the field app's own service worker; its link can be cut, and it can be switched off.</summary>
internal sealed class AppHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> sent = new();
    private readonly WebApplication app;
    private SortedDictionary<string, string> files = [];
    private int left = int.MaxValue;

    private AppHost(WebApplication app) => this.app = app;

    public string Address => app.Urls.First();

    /// <summary>How often each file was sent whole to the service worker.</summary>
    public IReadOnlyDictionary<string, int> Sent => sent;

    /// <summary>How many more files get through before the link is cut.</summary>
    public int Left
    {
        set => left = value;
    }

    /// <summary>A path at which a captive portal answers.</summary>
    public string? Portal { get; set; }

    public static async Task<AppHost> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseMiddleware<SecurityHeaders>();
        var host = new AppHost(app);
        app.Run(host.Answer);
        await app.StartAsync();
        return host;
    }

    /// <summary>Publishes a version: what the build of the real app does.</summary>
    /// <param name="says">What its page says.</param>
    /// <param name="changed">Files, of the 40 that the page doesn't need at once, that are other ones in this version.</param>
    public void Publish(string says, params int[] changed)
    {
        files = new()
        {
            ["index.html"] = $"<!doctype html><title>{says}</title><base href=\"/checkin/\"><script type=module src=start.js></script>",
            ["start.js"] = "import { register, watch } from './js/install.js'; window.states = []; watch(state => states.push(JSON.parse(state))); await register();",
            ["js/install.js"] = File.ReadAllText(Path.Combine(ModuleHost.Folder(), "js/install.js")),
        };
        for (var i = 0; i < 40; i++) files[$"_framework/{i}.wasm"] = $"file {i} {(changed.Contains(i) ? says : "")}";
        sent.Clear();
    }

    /// <summary>The server is gone.</summary>
    public Task SwitchOff() => app.StopAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private string Manifest()
    {
        var assets = files.Select(file => new { hash = "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(file.Value))), url = "checkin/" + file.Key }).ToArray();
        return $"self.assetsManifest = {JsonSerializer.Serialize(new { version = Version(), assets })};";
    }

    private string Version() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Values))))[..8];

    private async Task Answer(HttpContext context)
    {
        var path = context.Request.Path.Value!["/checkin/".Length..];
        if (path == "service-worker.js")
            await Send(context, "text/javascript", await File.ReadAllTextAsync(Path.Combine(ModuleHost.Folder(), path)) + $"\n/* Manifest version: {Version()} */");
        else if (path == "service-worker-assets.js") await Send(context, "text/javascript", Manifest());
        else if (!files.TryGetValue(path, out var file)) await Send(context, "text/html", files["index.html"]);
        else if (context.Request.Headers["Sec-Fetch-Dest"] != "empty") await Send(context, Type(path), file);
        else if (Interlocked.Decrement(ref left) < 0) context.Abort();
        else if (path == Portal) await Send(context, "text/html", "<h1>Wi-Fi-д нэвтэрнэ үү</h1>");
        else
        {
            await Send(context, Type(path), file);
            sent.AddOrUpdate(path, 1, (_, before) => before + 1);
        }
    }

    private static string Type(string path) => Path.GetExtension(path) switch { ".js" => "text/javascript", ".html" => "text/html", _ => "application/wasm" };

    private static Task Send(HttpContext context, string type, string text)
    {
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text);
    }
}
