using System.Collections.Immutable;
using Learning.Domain.Checkin;
using Learning.Domain.Sessions;

namespace Learning.Grains.Sessions;

/// <summary>A session with all of its scans, put together from its state and its pages.</summary>
/// <param name="State">What is said of the session and its scans.</param>
/// <param name="Scans">Every scan, in the order of arrival.</param>
/// <param name="NextPage">The number that its next page will have.</param>
public sealed record WholeSession(StoredSession State, ImmutableArray<RecordedScan> Scans, int NextPage)
{
    /// <summary>Puts a session together.</summary>
    /// <param name="state">Its state.</param>
    /// <param name="pages">Every page that is stored under its id, in any order.</param>
    /// <exception cref="InvalidOperationException">A page that the session names is missing.</exception>
    public static WholeSession Of(StoredSession state, IReadOnlyCollection<(string Name, StoredSessionPage Page)> pages)
    {
        // A page that is neither named nor numbered was being written when its process was killed; the session holds its scans itself.
        var numbered = pages.Select(p => (Number: StoredSessionPage.Number(p.Name), p.Page)).Where(p => p.Number is not null).OrderBy(p => p.Number).ToList();
        var named = state.Pages.IsEmpty ? [] : pages.ToDictionary(p => p.Name, p => p.Page, StringComparer.Ordinal);
        return new WholeSession(
            state,
            [
                .. state.Pages.SelectMany(name => named.TryGetValue(name, out var page) ? page.Scans : throw new InvalidOperationException($"The page {name} of a session is missing.")),
                .. state.Scans, .. numbered.SelectMany(p => p.Page.Scans),
            ],
            numbered.Count == 0 ? 0 : numbered[^1].Number!.Value + 1);
    }

    /// <summary>What it all comes to.</summary>
    public SessionLog Log() => new(Scans, State.Corrections, State.Reviews);
}
