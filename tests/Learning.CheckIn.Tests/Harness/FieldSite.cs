using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>The server that the tests of a class share, and phones to go with it.</summary>
public sealed class FieldSite : IAsyncLifetime
{
    /// <summary>A machine that builds and tests at the same time is slow; a test that waits longer than this has failed.</summary>
    public const float Patience = 60_000;

    private Phones? phones;

    public Server Server { get; } = new();

    /// <summary>Where phones come from.</summary>
    public Phones Phones => phones!;

    public async Task InitializeAsync()
    {
        // Nothing will be tested, so nothing is started.
        if (Chromium.Program is null) return;
        Assertions.SetDefaultExpectTimeout(Patience);
        phones = await Phones.EnterAsync();
        await Server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (phones is not null) await Phones.LeaveAsync();
        await Server.DisposeAsync();
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
}
