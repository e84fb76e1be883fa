using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Ids;
using Orleans.Storage;

namespace Learning.Grains.Sessions;

/// <summary>
/// The pages of one session's log. Without them each check-in would write all before it once more: ten thousand bytes for one of three hundred.
/// </summary>
/// <param name="storage">Where grain states are.</param>
/// <param name="session">The session's grain.</param>
/// <param name="clock">Gives new pages their keys.</param>
internal sealed class SessionPages(IGrainStorage storage, GrainId session, TimeProvider clock)
{
    /// <summary>How many scans make a page worth writing.</summary>
    public const int Full = 16;

    /// <summary>Reads pages.</summary>
    /// <param name="pages">As the session names them.</param>
    /// <exception cref="InvalidOperationException">One is not there.</exception>
    public Task<StoredSessionPage[]> Read(ImmutableArray<string> pages) => Task.WhenAll(pages.Select(Read));

    /// <summary>Writes a page and returns its name once it is durable.</summary>
    /// <param name="scans">In the order of arrival.</param>
    public async Task<string> Write(ImmutableArray<RecordedScan> scans)
    {
        var page = LearningId.New(clock);
        await storage.WriteStateAsync(StoredSessionPage.StateName, Id(page), new GrainState<StoredSessionPage>(new StoredSessionPage { Scans = scans }));
        return page;
    }

    private async Task<StoredSessionPage> Read(string page)
    {
        var stored = new GrainState<StoredSessionPage>(new StoredSessionPage());
        await storage.ReadStateAsync(StoredSessionPage.StateName, Id(page), stored);
        return stored is { RecordExists: true, State: { } found } ? found : throw new InvalidOperationException($"The page {page} of the session {session.Key} is missing.");
    }

    private GrainId Id(string page) => GrainId.Create(session.Type, StoredSessionPage.Key(session.Key.ToString()!, page));
}
