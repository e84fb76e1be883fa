using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Learning.Silo.Storage.Schema;

/// <summary>One step of the database's history: <c>Sql/{sqlite,postgres}/NNN-name.sql</c>, embedded in this assembly.</summary>
/// <param name="Number">Steps are applied in this order; unique within a database, gaps are allowed.</param>
/// <param name="Name">What the step brings.</param>
/// <param name="Sql">Any number of statements. They run in one transaction, so none may end it.</param>
public sealed partial record SchemaScript(int Number, string Name, string Sql)
{
    /// <summary>Tells whether a step was edited after it had been applied somewhere.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))))[..16];

    /// <summary>Every step for a database, in order. A new step is a new file in the folder; nothing else is to be done.</summary>
    /// <param name="kind">Which database.</param>
    /// <exception cref="InvalidOperationException">Two files have one number.</exception>
    public static IReadOnlyList<SchemaScript> Embedded(DatabaseKind kind)
    {
        var assembly = typeof(SchemaScript).Assembly;
        var folder = $".Sql.{kind.ToString().ToLowerInvariant()}.";
        var scripts = assembly.GetManifestResourceNames()
            .Where(name => name.Contains(folder, StringComparison.Ordinal))
            .Select(name => Read(assembly, name, name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..]))
            .OrderBy(script => script.Number)
            .ToList();
        var twice = scripts.GroupBy(script => script.Number).FirstOrDefault(same => same.Count() > 1);
        return twice is null
            ? scripts
            : throw new InvalidOperationException($"Schema scripts {string.Join(" and ", twice.Select(script => script.Name))} both have number {twice.Key}.");
    }

    private static SchemaScript Read(Assembly assembly, string resource, string file)
    {
        var match = FileName.Match(file);
        if (!match.Success) throw new InvalidOperationException($"Schema script {file} should be named like 001-what-it-brings.sql.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new(int.Parse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), match.Groups["name"].Value, reader.ReadToEnd());
    }

    [GeneratedRegex(@"^(?<number>\d{3})-(?<name>[a-z0-9-]+)\.sql$", RegexOptions.CultureInvariant)]
    private static partial Regex FileName { get; }
}
