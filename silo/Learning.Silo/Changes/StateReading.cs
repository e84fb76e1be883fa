using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Learning.Grains.Sessions;
using Learning.Grains.State;

namespace Learning.Silo.Changes;

/// <summary>Grain states as the grains themselves have them.</summary>
public static class StateReading
{
    private const int AtOnce = 500;

    /// <summary>The states of some grains; those never written or cleared are left out.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="states">Where to read.</param>
    /// <param name="stateName">Which state.</param>
    /// <param name="keys">The grains' keys, however many.</param>
    /// <param name="json">Reads one.</param>
    /// <param name="cancel">Cancels.</param>
    public static async IAsyncEnumerable<(string Key, T State)> Read<T>(
        this IStateReader states, string stateName, IEnumerable<string> keys, JsonTypeInfo<T> json, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var some in keys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
            foreach (var state in Known(await states.Read(stateName, some, cancel), json))
                yield return state;
    }

    /// <summary>Every state of a name but those that were cleared, page after page.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="states">Where to read.</param>
    /// <param name="stateName">Which state.</param>
    /// <param name="json">Reads one.</param>
    public static async IAsyncEnumerable<(string Key, T State)> All<T>(this IStateReader states, string stateName, JsonTypeInfo<T> json)
    {
        await foreach (var some in Some(states, stateName))
            foreach (var state in Known(some, json))
                yield return state;
    }

    /// <summary>Some sessions with all their scans, those in pages included.</summary>
    /// <param name="states">Where to read.</param>
    /// <param name="keys">The sessions.</param>
    /// <param name="cancel">Cancels.</param>
    public static async IAsyncEnumerable<(string Key, StoredSession State)> Sessions(
        this IStateReader states, IEnumerable<string> keys, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var some in keys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
            foreach (var session in await Whole(states, await states.Read("session", some, cancel), cancel))
                yield return session;
    }

    /// <summary>Every session with all its scans, those in pages included.</summary>
    /// <param name="states">Where to read.</param>
    public static async IAsyncEnumerable<(string Key, StoredSession State)> AllSessions(this IStateReader states)
    {
        await foreach (var some in Some(states, "session"))
            foreach (var session in await Whole(states, some, CancellationToken.None))
                yield return session;
    }

    // Pages are written before the session names them and never again, so whatever a session names is there and as it was.
    private static async Task<IReadOnlyList<(string Key, StoredSession State)>> Whole(IStateReader states, IEnumerable<StoredState> some, CancellationToken cancel)
    {
        var sessions = Known(some, GrainStateJson.Of<StoredSession>()).ToList();
        var named = sessions.SelectMany(s => s.State.Pages.Select(page => StoredSessionPage.Key(s.Key, page)));
        var pages = new Dictionary<string, StoredSessionPage>(StringComparer.Ordinal);
        await foreach (var (key, page) in states.Read(StoredSessionPage.StateName, named, GrainStateJson.Of<StoredSessionPage>(), cancel)) pages.Add(key, page);
        return [.. sessions.Select(s => (s.Key, s.State.With(s.State.Pages.Select(page => pages[StoredSessionPage.Key(s.Key, page)]))))];
    }

    private static async IAsyncEnumerable<IReadOnlyList<StoredState>> Some(IStateReader states, string stateName)
    {
        for (string? after = null;;)
        {
            var some = await states.Page(stateName, after, AtOnce);
            yield return some;
            if (some.Count < AtOnce) yield break;
            after = some[^1].Key;
        }
    }

    private static IEnumerable<(string Key, T State)> Known<T>(IEnumerable<StoredState> states, JsonTypeInfo<T> json)
    {
        foreach (var stored in states)
            if (stored.Json is { } bytes)
                yield return (stored.Key, JsonSerializer.Deserialize(bytes.Span, json) ?? throw new JsonException($"The state {stored.StateName} of {stored.Key} is null."));
    }
}
