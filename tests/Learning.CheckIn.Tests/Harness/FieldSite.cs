using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>The server that the tests of a class share, and where their phones come from.</summary>
public sealed class FieldSite : IAsyncLifetime
{
    /// <summary>A machine that builds and tests at the same time is slow; a test that waits longer than this has failed.</summary>
    public const float Patience = 60_000;

    private readonly string folder = Directory.CreateTempSubdirectory("learning-phones-").FullName;
    private IPlaywright? playwright;
    private string? installed;
    private int phones;

    public Server Server { get; } = new();

    public async Task InitializeAsync()
    {
        // Nothing will be tested, so nothing is started.
        if (Chromium.Program is null) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        playwright = await Playwright.CreateAsync();
        await Server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        playwright?.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>
    /// Plays a scenario. One that fails leaves pictures of what its phones showed; one during which a page had a script error
    /// or broke its security policy has failed too.
    /// </summary>
    /// <param name="scenario">What is done.</param>
    /// <param name="name">Its name.</param>
    internal async Task Play(Func<Field, Task> scenario, [CallerMemberName] string name = "")
    {
        await using var field = new Field(this, name);
        try
        {
            await scenario(field);
            Expect.None(field.Complaints);
        }
        catch (Exception e)
        {
            throw new ScenarioException(e, [.. await field.PictureAsync(), .. field.Complaints]);
        }
    }

    /// <summary>A phone with a browser, which may have the app installed already: one phone installed it, the others are its copies.</summary>
    internal async Task<Phone> NewPhone(bool isInstalled, Screen screen, Action<string> complain)
    {
        var profile = Path.Combine(folder, $"{Interlocked.Increment(ref phones)}");
        if (isInstalled) CopyFolder(installed ??= await InstallAsync(), profile);
        return await Phone.OpenAsync(playwright!, Server, profile, screen, complain);
    }

    private async Task<string> InstallAsync()
    {
        var profile = Path.Combine(folder, "installed");
        await using var phone = await Phone.OpenAsync(playwright!, Server, profile, Screen.Phone, _ => { });
        await phone.OpenAsync();
        await phone.InstalledAsync();
        return profile;
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.EnumerateDirectories(from)) CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)));
    }
}
