using Learning.Domain.Checkin;
using Orleans.Storage;

namespace Learning.Grains.Sessions;

/// <summary>
/// Writes the scans of one session, a page a commit, one page after the other: whatever comes while one is being written goes into the next one together.
/// </summary>
/// <remarks>
/// Of two activations of a session, which Orleans allows for moments, both would take the same number, and only one can write it. The other fails from then on.
/// </remarks>
/// <param name="storage">Where grain states are.</param>
/// <param name="session">The session's grain.</param>
/// <param name="next">The number of the next page.</param>
internal sealed class SessionPages(IGrainStorage storage, GrainId session, int next)
{
    private readonly List<RecordedScan> waiting = [];
    private Task writing = Task.CompletedTask;
    private Task? following;

    /// <summary>Whether there are any pages.</summary>
    public bool HasAny => next > 0;

    /// <summary>Adds scans, or none, to take the next number all the same. Returns once they and all before them are durable.</summary>
    /// <param name="scans">In the order of arrival.</param>
    public Task Append(IEnumerable<RecordedScan> scans)
    {
        waiting.AddRange(scans);
        if (following is not null) return following;
        if (!writing.IsCompleted) return following = WriteFollowing();
        // After a failure nobody knows what is on disk.
        return writing.IsCompletedSuccessfully ? writing = WriteNext() : writing;
    }

    private async Task WriteFollowing()
    {
        await writing;
        following = null;
        await (writing = WriteNext());
    }

    private async Task WriteNext()
    {
        var page = new StoredSessionPage { Scans = [.. waiting] };
        waiting.Clear();
        var id = GrainId.Create(session.Type, StoredSessionPage.Key(session.Key.ToString()!, StoredSessionPage.Name(next++)));
        await storage.WriteStateAsync(StoredSessionPage.StateName, id, new GrainState<StoredSessionPage>(page));
    }
}
