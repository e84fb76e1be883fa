using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>One phone checking in a whole cohort at all its sessions, offline, with the battery dying at random moments.</summary>
/// <param name="phone">Phone, signed in, with every session on it, offline.</param>
/// <param name="training">What it checks in.</param>
/// <param name="random">Decides when it dies.</param>
internal sealed class PhoneDrill(Phone phone, Training training, Random random)
{
    private readonly ConcurrentDictionary<(string Session, string Person), bool> green = [];
    private IPage? listened;
    private string at = "";

    /// <summary>Who was shown as checked in, before or after a death.</summary>
    public IReadOnlyCollection<(string Session, string Person)> Green => [.. green.Keys];

    /// <summary>How often the battery died.</summary>
    public int Deaths { get; private set; }

    /// <summary>Checks everybody in at every session.</summary>
    /// <param name="deaths">How often the browser's process is killed meanwhile.</param>
    public async Task RunAsync(int deaths)
    {
        foreach (var (n, session) in training.Sessions.Index())
        {
            // Spread over the sessions; in each at random moments.
            var toDie = deaths * (n + 1) / training.Sessions.Count - deaths * n / training.Sessions.Count;
            var left = training.People.ToDictionary(p => p.Qr);
            while (left.Count > 0)
            {
                await phone.ReopenAtAsync(session);
                await ListenAsync();
                at = session;
                var dies = toDie > 0 && left.Count > 1 ? random.Next(1, left.Count) : 0;
                if (dies > 0) toDie--;
                await TypeAsync(session, [.. left.Keys], dies);
                foreach (var person in training.People.Where(p => green.ContainsKey((session, p.Id)))) left.Remove(person.Qr);
            }
        }

        // It may have died when the last tick showed.
        if (listened != phone.Page) await phone.ReopenAtAsync(at);
    }

    // Each start of the browser has a page of its own.
    private async Task ListenAsync()
    {
        if (listened == phone.Page) return;
        listened = phone.Page;
        phone.IsWorn = true;
        await listened.ExposeFunctionAsync<string, string, int>("told", (qr, result) =>
        {
            if (result is "checkedIn" or "already") green.TryAdd((at, training.People.Single(p => p.Qr == qr).Id), true);
            return 0;
        });
    }

    private async Task TypeAsync(string session, string[] codes, int dies)
    {
        if (dies == 0)
        {
            Assert.All(await phone.TypeAllAsync(codes), result => Assert.Contains(result, new[] { "checkedIn", "already" }));
            return;
        }

        var before = green.Keys.Count(k => k.Session == session);
        var typing = phone.TypeAllAsync(codes);
        await Eventually.IsTrue(() => Task.FromResult(typing.IsCompleted || green.Keys.Count(k => k.Session == session) >= before + dies), "the phone has got that far", beat: 1);
        await phone.KillAsync();
        Deaths++;
        try
        {
            await typing;
        }
        catch (PlaywrightException)
        {
            // That was the battery.
        }

        await phone.StartAsync();
    }
}
