using System.Diagnostics;
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
        process = Process.Start(new ProcessStartInfo(Chromium.Program!, [.. Chromium.Switches, "--headless", "--remote-debugging-port=0", $"--user-data-dir={disk}", "about:blank"])
        {
            RedirectStandardError = true,
        })!;
        // Chromium tells where it listens on stderr first thing, and before it has written its port into a file.
        const string told = "DevTools listening on ";
        string? line;
        do line = await process.StandardError.ReadLineAsync();
        while (line?.StartsWith(told, StringComparison.Ordinal) == false);
        _ = process.StandardError.ReadToEndAsync();
        browser = await host.Playwright.Chromium.ConnectOverCDPAsync(line![told.Length..]);
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
