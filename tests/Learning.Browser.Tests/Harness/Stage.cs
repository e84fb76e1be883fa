using System.Globalization;
using Learning.Web.Words;
using Microsoft.Playwright;

namespace Learning.Browser.Tests.Harness;

/// <summary>The browsers of one scenario, a window each.</summary>
/// <param name="site">The program.</param>
/// <param name="name">Name of the scenario.</param>
public sealed class Stage(LearningSite site, string name) : IAsyncDisposable
{
    private readonly List<(string Who, IPage Page, bool IsLent)> pages = [];
    private readonly List<string> complaints = [];

    public LearningSite Site => site;

    /// <summary>The words of the pages.</summary>
    public Wording T => site.Words;

    /// <summary>What no page may do: script errors, files that are missing, anything that the security policy stopped.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints) return [.. complaints];
        }
    }

    /// <summary>Somebody opens a browser window.</summary>
    /// <param name="who">One of <see cref="Who"/>.</param>
    /// <param name="screen">Its size; a desktop by default.</param>
    /// <param name="script">Whether pages may run scripts.</param>
    public async Task<IPage> Enter(string who = Who.Anyone, Screen? screen = null, bool script = true)
    {
        var context = await site.Open(who, screen ?? Screen.Desktop, script);
        return Listen(who, await context.NewPageAsync(), isLent: false);
    }

    /// <summary>
    /// Somebody looks at one page only, in a window that stays open for the next who does: a page in a window of its own takes three
    /// times as long, since a browser forgets what it compiled.
    /// </summary>
    /// <param name="who">One of <see cref="Who"/>.</param>
    /// <param name="screen">Its size.</param>
    public async Task<IPage> Look(string who, Screen screen)
    {
        var page = await site.Window(who);
        await page.SetViewportSizeAsync(screen.Width, screen.Height);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return Listen(who, page, isLent: true);
    }

    /// <summary>Photographs what each window shows.</summary>
    /// <returns>The files.</returns>
    public async Task<IReadOnlyList<string>> Picture()
    {
        var folder = Path.Combine(Path.GetTempPath(), "learning-browser-pictures");
        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var (who, page, _) in pages)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{name}-{files.Count + 1}-{who}.png"));
            try
            {
                await page.ScreenshotAsync(new() { Path = file, FullPage = true });
            }
            catch (PlaywrightException e)
            {
                // The scenario's own failure is the one to tell.
                file = $"{who}: no picture, {e.Message}";
            }

            files.Add($"{file} ({page.Url})");
        }

        return files;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, page, isLent) in pages)
        {
            page.PageError -= Hear;
            page.Console -= Hear;
            page.Response -= Hear;
            if (!isLent) await page.Context.DisposeAsync();
        }
    }

    private IPage Listen(string who, IPage page, bool isLent)
    {
        pages.Add((who.Length == 0 ? "anyone" : who, page, isLent));
        page.PageError += Hear;
        page.Console += Hear;
        page.Response += Hear;
        return page;
    }

    private void Hear(object? from, string error) => Complain($"{((IPage)from!).Url}: {error}");

    private void Hear(object? from, IConsoleMessage said)
    {
        // Chromium also says so of every page that answers 404, which a scenario may have meant.
        if (said.Type == "error" && !said.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) Complain($"{((IPage)from!).Url}: {said.Text}");
    }

    private void Hear(object? from, IResponse answer)
    {
        if (answer.Status >= 400 && !answer.Request.IsNavigationRequest) Complain($"{((IPage)from!).Url}: {answer.Url} answered {answer.Status}");
    }

    private void Complain(string what)
    {
        lock (complaints) complaints.Add(what);
    }
}
