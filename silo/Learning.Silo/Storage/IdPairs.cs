using System.Text.Json;

namespace Learning.Silo.Storage;

/// <summary>A list of pairs of texts as parameters, as <see cref="IdList"/> is of keys.</summary>
public static class IdPairs
{
    private const string Name = "pairs";

    /// <summary>The list as a table to select from, each pair once.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="first">The name of its first column.</param>
    /// <param name="second">The name of its second column.</param>
    public static string Table(DatabaseKind kind, string first, string second) => kind == DatabaseKind.Sqlite
        ? $"(select value ->> 0 as {first}, value ->> 1 as {second} from json_each(@{Name}))"
        : $"unnest(@{Name}_first, @{Name}_second) as {Name} ({first}, {second})";

    /// <summary>The list as the parameters of that table.</summary>
    /// <param name="kind">Which database.</param>
    /// <param name="pairs">The pairs, each once.</param>
    public static (string Name, object? Value)[] Of(DatabaseKind kind, IReadOnlyCollection<(string First, string Second)> pairs) => kind == DatabaseKind.Sqlite
        ? [(Name, JsonSerializer.Serialize(pairs.Select(p => new[] { p.First, p.Second })))]
        : [($"{Name}_first", pairs.Select(p => p.First).ToArray()), ($"{Name}_second", pairs.Select(p => p.Second).ToArray())];
}
