using System.Diagnostics;
using System.Globalization;
using Learning.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.FieldModules;

/// <summary>A browser with a disk of its own whose process can be killed, as a dead battery does.</summary>
/// <param name="host">What it opens.</param>
internal sealed class KilledPhone(ModuleHost host) : IAsyncDisposable
{
    private readonly string disk = Directory.CreateTempSubdirectory("learning-phone-").FullName;
    private Process? process;
    private IBrowser? browser;

    /// <summary>Starts it and opens the empty page.</summary>
    public async Task<IPage> Start()
    {
        var said = Path.Combine(disk, "DevToolsActivePort");
        File.Delete(said);
        process = Process.Start(new ProcessStartInfo(Chromium.Program!, [.. Chromium.Switches, "--headless", "--remote-debugging-port=0", $"--user-data-dir={disk}", "about:blank"])
        {
            RedirectStandardError = true,
        })!;
        // Chromium tells its port on stderr first thing.
        while (await process.StandardError.ReadLineAsync() is { } line && !line.StartsWith("DevTools listening", StringComparison.Ordinal))
        {
        }

        _ = process.StandardError.ReadToEndAsync();
        var port = int.Parse((await File.ReadAllLinesAsync(said))[0], CultureInfo.InvariantCulture);
        browser = await host.Playwright.Chromium.ConnectOverCDPAsync($"http://127.0.0.1:{port}");
        return await host.Tab(browser.Contexts[0]);
    }

    /// <summary>Kills it with all its processes; none is asked.</summary>
    public async Task Kill()
    {
        process!.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
        await browser!.DisposeAsync();
        File.Delete(Path.Combine(disk, "SingletonLock"));
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null) await Kill();
        Directory.Delete(disk, recursive: true);
    }
}
