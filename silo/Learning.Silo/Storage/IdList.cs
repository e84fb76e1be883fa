using System.Text.Json;

namespace Learning.Silo.Storage;

/// <summary>
/// A list of keys as one parameter, so that a statement's text never depends on how many there are: a database parses and plans each
/// new text, and keeps the known ones.
/// </summary>
public static class IdList
{
    private const string Name = "ids";

    /// <summary>The condition that a column is in the list.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="column">The column.</param>
    public static string Among(DatabaseKind kind, string column) =>
        kind == DatabaseKind.Sqlite ? $"{column} in (select value from json_each(@{Name}))" : $"{column} = any(@{Name})";

    /// <summary>The list as the parameter of that condition.</summary>
    /// <typeparam name="T">Text or a number.</typeparam>
    /// <param name="kind">Which database.</param>
    /// <param name="ids">The keys.</param>
    public static (string Name, object? Value) Of<T>(DatabaseKind kind, IEnumerable<T> ids) => (Name, kind == DatabaseKind.Sqlite ? JsonSerializer.Serialize(ids) : ids.ToArray());
}
