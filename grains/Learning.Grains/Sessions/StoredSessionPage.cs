using System.Collections.Immutable;
using System.Globalization;
using Learning.Domain.Checkin;

namespace Learning.Grains.Sessions;

/// <summary>
/// State <c>sessionpage</c>: the scans that one commit of a session brought. Pages are numbered, written once and never again.
/// </summary>
public sealed record StoredSessionPage
{
    /// <summary>The state's name. The triggers of the change set know it, too.</summary>
    public const string StateName = "sessionpage";

    /// <summary>Stands between a session's id and a page's name. The triggers of the change set know it, too.</summary>
    public const char Separator = '#';

    private const string Digits = "D8";

    /// <summary>Scans in the order of arrival.</summary>
    public ImmutableArray<RecordedScan> Scans { get; init; } = [];

    /// <summary>The name of a page.</summary>
    /// <param name="number">From 0.</param>
    public static string Name(int number) => number.ToString(Digits, CultureInfo.InvariantCulture);

    /// <summary>The number of a page; <see langword="null"/> for one from the time when sessions named theirs: those names are ids.</summary>
    /// <param name="name">The page's name.</param>
    public static int? Number(string name) => name.Length == 8 && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The key under which a page is stored.</summary>
    /// <param name="sessionId">Its session.</param>
    /// <param name="name">The page's name.</param>
    public static string Key(string sessionId, string name) => $"{sessionId}{Separator}{name}";

    /// <summary>The key of the grain that changed when a state was written: of a page it is its session, as the triggers of the change set say, too.</summary>
    /// <param name="stateName">Which state.</param>
    /// <param name="key">The key under which it is stored.</param>
    public static string Changed(string stateName, string key) => stateName == StateName ? Of(key).SessionId : key;

    /// <summary>Whose page it is, and its name.</summary>
    /// <param name="key">The key under which it is stored.</param>
    public static (string SessionId, string Name) Of(string key)
    {
        var at = key.LastIndexOf(Separator);
        return (key[..at], key[(at + 1)..]);
    }
}
