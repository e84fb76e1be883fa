using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>
/// What lies between one phone and the server: a proxy on a port of its own, which can be down, lose answers, or answer
/// itself. It works on connections, so that the page, its workers and its service worker all meet the same weather.
/// </summary>
public sealed class Link : IAsyncDisposable
{
    /// <summary>The calls that carry scans.</summary>
    public const string Upload = "/api/sync/scans";

    // Headers of one connection, not of the message.
    private static readonly HashSet<string> Hops = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Keep-Alive", "Transfer-Encoding", "Host", "Upgrade", "Proxy-Connection" };

    private readonly HttpMessageInvoker far = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, UseCookies = false, UseProxy = false });
    private readonly WebApplication app;
    private ConcurrentQueue<Passage> passages = new();
    private Uri server;

    private Link(Uri server)
    {
        this.server = server;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        app = builder.Build();
        app.Run(PassAsync);
    }

    /// <summary>The phone's end.</summary>
    public int Port { get; private set; }

    /// <summary>What happens to a request; <see langword="null"/> lets it pass. The last one set holds.</summary>
    public Func<HttpRequest, Weather?> Weather { get; set; } = _ => null;

    /// <summary>Everything that came through or was answered, in order of its end.</summary>
    public IReadOnlyCollection<Passage> Passages => passages;

    /// <summary>Opens a link to a server.</summary>
    public static async Task<Link> OpenAsync(Uri server)
    {
        var link = new Link(server);
        await link.app.StartAsync();
        link.Port = new Uri(link.app.Urls.First()).Port;
        return link;
    }

    /// <summary>Leads to that server from now on, with a good signal; nothing has come through yet.</summary>
    public void LeadTo(Uri other)
    {
        server = other;
        passages = new();
        Up();
    }

    /// <summary>No signal.</summary>
    public void Down() => Weather = _ => Harness.Weather.Down;

    /// <summary>A good signal.</summary>
    public void Up() => Weather = _ => null;

    /// <summary>The same weather for every upload, and a good signal for all else.</summary>
    public void OnUpload(Weather weather) => Weather = request => request.Path == Upload ? weather : null;

    /// <summary>The next uploads meet these, one each; those after them pass.</summary>
    public void OnUploads(params Weather?[] weathers)
    {
        var next = new ConcurrentQueue<Weather?>(weathers);
        Weather = request => request.Path == Upload && next.TryDequeue(out var weather) ? weather : null;
    }

    /// <summary>How many uploads reached the server.</summary>
    public int Uploads => passages.Count(p => p.Path == Upload && p.ReachedServer);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        far.Dispose();
    }

    private async Task PassAsync(HttpContext context)
    {
        // What began before the link led elsewhere is noted there.
        var noted = passages;
        var weather = Weather(context.Request);
        if (weather?.Wait is { } wait) await wait;
        // Whoever waits may meet another weather by then.
        if (weather is { IsDown: true })
        {
            noted.Enqueue(new Passage(context.Request.Method, context.Request.Path, 0, 0, ReachedServer: false));
            context.Abort();
            return;
        }

        if (weather?.Answer is { } own)
        {
            await own(context.Response);
            noted.Enqueue(new Passage(context.Request.Method, context.Request.Path, context.Response.StatusCode, 0, ReachedServer: false));
            return;
        }

        try
        {
            await ForwardAsync(context, weather, noted);
        }
        // The server is off, or one side went away in the middle: the other sees the same.
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or OperationCanceledException)
        {
            noted.Enqueue(new Passage(context.Request.Method, context.Request.Path, 0, 0, ReachedServer: false));
            context.Abort();
        }
    }

    private async Task ForwardAsync(HttpContext context, Weather? weather, ConcurrentQueue<Passage> noted)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var answers = await Task.WhenAll(Enumerable.Range(0, weather?.Times ?? 1).Select(_ => SendAsync(context.Request, body)));
        foreach (var other in answers[..^1]) other.Dispose();
        using var answer = answers[^1];
        var response = context.Response;
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var passage = new Passage(context.Request.Method, context.Request.Path, (int)answer.StatusCode, bytes.Length, ReachedServer: true);
        noted.Enqueue(passage);
        if (weather is { LosesReply: true })
        {
            context.Abort();
            return;
        }

        response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
            if (!Hops.Contains(name)) response.Headers[name] = values.ToArray();
        if (weather?.CutAfter is { } most && bytes.Length > most)
        {
            await response.Body.WriteAsync(bytes.AsMemory(0, most));
            await response.Body.FlushAsync();
            context.Abort();
            return;
        }

        if (bytes.Length > 0 && !HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(bytes);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequest from, MemoryStream body)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.Method), new Uri(server, from.Path.ToUriComponent() + from.QueryString.ToUriComponent()));
        if (from.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody == true) request.Content = new ByteArrayContent(body.ToArray());
        foreach (var (name, values) in from.Headers)
        {
            if (Hops.Contains(name) || request.Headers.TryAddWithoutValidation(name, values.ToArray())) continue;
            if (!name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        request.Headers.Host = from.Host.Value;
        return far.SendAsync(request, from.HttpContext.RequestAborted);
    }
}
