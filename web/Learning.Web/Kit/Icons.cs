using System.Collections.Frozen;

namespace Learning.Web.Kit;

/// <summary>The project's own line icons, as paths in a square of 24 × 24.</summary>
public static class Icons
{
    private static readonly FrozenDictionary<string, string> Paths = new Dictionary<string, string>
    {
        ["check"] = "M4 12.5l5 5L20 6.5",
        ["close"] = "M6 6l12 12M18 6L6 18",
        ["warning"] = "M12 3.5L22 20.5H2zM12 10v5M12 18v.01",
        ["error"] = "M8 2.5h8L21.5 8v8L16 21.5H8L2.5 16V8zM12 7.5V13M12 16.5v.01",
        ["info"] = "M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19zM12 11v6M12 7.5v.01",
        ["search"] = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L21 21",
        ["menu"] = "M4 6.5h16M4 12h16M4 17.5h16",
        ["user"] = "M12 12a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM3.5 21.5c1-4.5 4.3-6.5 8.5-6.5s7.5 2 8.5 6.5",
        ["people"] = "M9 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2 20.5c.6-4 3.400-6 7-6s6.400 2 7 6M16 4a4 4 0 0 1 0 7.200M18.5 15c2 .9 3.200 2.800 3.5 5.5",
        ["calendar"] = "M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4",
        ["clock"] = "M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19zM12 7v5.5l3.5 2",
        ["place"] = "M12 21.5c5-5.5 7-8.5 7-11.5a7 7 0 0 0-14 0c0 3 2 6 7 11.5zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
        ["certificate"] = "M4 3.5h16v12H4zM8 8h8M8 11.5h5M12 15.5v6l2.5-1.5 2.5 1.5v-6",
        ["qr"] = "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v6h-3M14 20v-1",
        ["download"] = "M12 3.5v12M7 11l5 5 5-5M4 20.5h16",
        ["upload"] = "M12 16V4M7 8.5l5-5 5 5M4 20.5h16",
        ["print"] = "M7 8.5v-5h10v5M7 16.5H3.5v-8h17v8H17M7 13.5h10v7H7z",
        ["copy"] = "M9 8.5h11.5v12H9zM15 8.5v-5H3.5v12H9",
        ["plus"] = "M12 5v14M5 12h14",
        ["edit"] = "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
        ["undo"] = "M8 5L3.5 9.5 8 14M4 9.5h10a5 5 0 0 1 0 10h-4",
        ["next"] = "M9 5.5l6.5 6.5L9 18.5",
        ["back"] = "M15 5.5L8.5 12l6.5 6.5",
        ["first"] = "M18 5.5L11.5 12l6.5 6.5M6 5.5v13",
        ["phone"] = "M7 2.5h10v19H7zM11 18.5h2",
        ["offline"] = "M3 9c5-4.5 13-4.5 18 0M6.5 13c3-2.5 8-2.5 11 0M12 18v.01M4 3l16 18",
        ["filter"] = "M3.5 5h17l-6.5 8v6.5l-4-2V13z",
        ["signOut"] = "M14 4H5v16h9M10 12h11M17 8l4 4-4 4",
        ["language"] = "M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19zM2.5 12h19M12 2.5c3.5 3 3.5 16 0 19-3.5-3-3.5-16 0-19z",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every name.</summary>
    public static IReadOnlyCollection<string> Names => Paths.Keys;

    /// <summary>The path of an icon.</summary>
    /// <param name="name">E.g. <c>check</c>.</param>
    /// <exception cref="ArgumentException">There is no such icon.</exception>
    public static string Path(string name) => Paths.TryGetValue(name, out var path)
        ? path
        : throw new ArgumentException($"There is no icon '{name}'.", nameof(name));
}
