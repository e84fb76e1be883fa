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
    public static async IAsyncEnumerable<(string Key, WholeSession Session)> Sessions(
        this IStateReader states, IEnumerable<string> keys, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var some in keys.Distinct(StringComparer.Ordinal).Chunk(AtOnce))
            foreach (var session in await Whole(states, await states.Read("session", some, cancel), cancel))
                yield return session;
    }

    /// <summary>Every session with all its scans, those in pages included.</summary>
    /// <param name="states">Where to read.</param>
    public static async IAsyncEnumerable<(string Key, WholeSession Session)> AllSessions(this IStateReader states)
    {
        await foreach (var some in Some(states, "session"))
            foreach (var session in await Whole(states, some, CancellationToken.None))
                yield return session;
    }

    /// <summary>The pages of some sessions.</summary>
    /// <param name="states">Where to read.</param>
    /// <param name="sessionIds">The sessions.</param>
    /// <param name="cancel">Cancels.</param>
    internal static async Task<ILookup<string, (string Name, StoredSessionPage Page)>> Pages(
        this IStateReader states, IReadOnlyCollection<string> sessionIds, CancellationToken cancel = default) =>
        Known(await states.Parts(StoredSessionPage.StateName, sessionIds, StoredSessionPage.Separator, cancel), GrainStateJson.Of<StoredSessionPage>())
            .Select(p => (Of: StoredSessionPage.Of(p.Key), Page: p.State))
            .ToLookup(p => p.Of.SessionId, p => (p.Of.Name, p.Page), StringComparer.Ordinal);

    // The pages are read last, so that none which the states name is missing.
    private static async Task<IReadOnlyList<(string Key, WholeSession Session)>> Whole(IStateReader states, IEnumerable<StoredState> some, CancellationToken cancel)
    {
        var sessions = Known(some, GrainStateJson.Of<StoredSession>()).ToList();
        var pages = await states.Pages([.. sessions.Select(s => s.Key)], cancel);
        return [.. sessions.Select(s => (s.Key, WholeSession.Of(s.State, [.. pages[s.Key]])))];
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
