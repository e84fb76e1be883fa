using System.Collections.Concurrent;
using System.Security.Claims;
using Learning.Domain.Sessions;
using Learning.Web.Accounts;
using Learning.Web.Audit;

namespace Learning.Web.Api.Sync;

/// <summary>
/// Notes in the audit log that somebody sends check-ins of a session: the first upload, and then every <see cref="Again"/> while it goes on. The
/// session's own log says of each scan which phone brought it and when (docs/decisions/0018).
/// </summary>
/// <param name="audit">The log.</param>
/// <param name="clock">The present.</param>
public sealed class UploadNotes(IAuditLog audit, TimeProvider clock)
{
    /// <summary>How long a note speaks for the uploads that follow it.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    // Of more, all are forgotten and noted again: whoever invents sessions shall not fill the memory.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<(string Actor, string DeviceId, string SessionId), Noted> noted = new();
    private long sweptAt = clock.GetTimestamp();

    /// <summary>Notes an upload if no note speaks for it yet. Returns once the note that does is durable.</summary>
    /// <param name="who">The caller.</param>
    /// <param name="deviceId">Whose scans they are.</param>
    /// <param name="sessionIds">As the scans name them; whatever is no session's id stands for itself, without a name.</param>
    public Task Note(ClaimsPrincipal who, string deviceId, IEnumerable<string?> sessionIds)
    {
        Sweep();
        var actor = Caller.Of(who).Actor;
        var (known, fresh) = (new HashSet<Task>(), new List<string>());
        foreach (var sessionId in sessionIds.Select(Known).Distinct())
        {
            if (noted.TryGetValue((actor, deviceId, sessionId), out var note) && !IsOver(note)) known.Add(note.Durable);
            else fresh.Add(sessionId);
        }

        if (fresh.Count > 0)
        {
            if (noted.Count > Most) noted.Clear();
            var note = new Noted(audit.Note(who, "sync.upload", deviceId, string.Join(' ', fresh.Where(id => id.Length > 0))), clock.GetTimestamp());
            foreach (var sessionId in fresh) noted[(actor, deviceId, sessionId)] = note;
            known.Add(note.Durable);
        }

        return known.Count == 1 ? known.Single() : Task.WhenAll(known);
    }

    private static string Known(string? sessionId) => SessionId.TryParse(sessionId, out var cohortId, out var number) ? SessionId.Of(cohortId, number) : "";

    // What could not be written must be tried again.
    private bool IsOver(Noted note) => (note.Durable.IsCompleted && !note.Durable.IsCompletedSuccessfully) || clock.GetElapsedTime(note.At) >= Again;

    private void Sweep()
    {
        var before = Interlocked.Read(ref sweptAt);
        if (clock.GetElapsedTime(before) < Again || Interlocked.CompareExchange(ref sweptAt, clock.GetTimestamp(), before) != before) return;
        foreach (var (key, note) in noted)
            if (IsOver(note)) noted.TryRemove(KeyValuePair.Create(key, note));
    }

    private sealed record Noted(Task Durable, long At);
}
