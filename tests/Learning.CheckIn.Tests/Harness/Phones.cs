using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>
/// Where the phones of all tests come from, while any class of tests is running. One phone installs the app and the others begin
/// as copies of its disk. One that comes back whole is wiped and lent again: to start a browser and to compile the app in it
/// takes four times as long.
/// </summary>
public sealed class Phones
{
    private static readonly SemaphoreSlim Turn = new(1);
    private static Phones? shared;
    private static int classes;

    private readonly string folder = Directory.CreateTempSubdirectory("learning-phones-").FullName;
    private readonly SemaphoreSlim installing = new(1);
    private readonly ConcurrentBag<Phone> idle = [];
    private readonly IPlaywright playwright;
    private (string Profile, string App)? installed;
    private int made;

    private Phones(IPlaywright playwright) => this.playwright = playwright;

    /// <summary>Opens the shop, if it is not open.</summary>
    public static async Task<Phones> EnterAsync()
    {
        await Turn.WaitAsync();
        try
        {
            classes++;
            return shared ??= new Phones(await Playwright.CreateAsync());
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>The last to leave closes it.</summary>
    public static async Task LeaveAsync()
    {
        await Turn.WaitAsync();
        try
        {
            if (--classes > 0) return;
            await shared!.CloseAsync();
            shared = null;
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>A phone that has never seen the app, or one that has it installed and on which nobody has signed in.</summary>
    /// <param name="server">Where its link leads.</param>
    /// <param name="isInstalled">Which.</param>
    /// <param name="complain">Told what no page may do.</param>
    internal async Task<Phone> LendAsync(Server server, bool isInstalled, Action<string> complain)
    {
        if (!isInstalled) return await Phone.OpenAsync(playwright, server, NewProfile(), complain);
        if (idle.TryTake(out var phone))
        {
            phone.HandTo(server, complain);
            return phone;
        }

        var profile = NewProfile();
        CopyFolder((await InstalledAsync(server)).Profile, profile);
        return await Phone.OpenAsync(playwright, server, profile, complain);
    }

    /// <summary>Takes a phone back; lends it again only if its app is the one that was installed, whole.</summary>
    internal async Task TakeBackAsync(Phone phone)
    {
        if (phone.IsWorn || installed is null || !phone.Page.Url.StartsWith(Phone.Origin, StringComparison.Ordinal) || await phone.AppAsync() != installed.Value.App)
        {
            await phone.DisposeAsync();
            return;
        }

        await phone.WipeAsync();
        idle.Add(phone);
    }

    private async Task CloseAsync()
    {
        foreach (var phone in idle) await phone.DisposeAsync();
        playwright.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task<(string Profile, string App)> InstalledAsync(Server server)
    {
        await installing.WaitAsync();
        try
        {
            return installed ??= await InstallAsync(server);
        }
        finally
        {
            installing.Release();
        }
    }

    private async Task<(string Profile, string App)> InstallAsync(Server server)
    {
        var profile = NewProfile();
        await using var phone = await Phone.OpenAsync(playwright, server, profile, _ => { });
        await phone.OpenAsync();
        await phone.InstalledAsync();
        return (profile, await phone.AppAsync());
    }

    private string NewProfile() => Path.Combine(folder, $"{Interlocked.Increment(ref made)}");

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var inner in Directory.EnumerateDirectories(from)) CopyFolder(inner, Path.Combine(to, Path.GetFileName(inner)));
    }
}
