using System.Collections.Frozen;
using Learning.Domain.Reach;

namespace Learning.Silo.Content;

/// <summary>What the things of a reach view are called in DHIS2, from <c>content/exports/dhis2.yaml</c>.</summary>
public sealed record Dhis2Mapping
{
    private const string Name = "exports/dhis2.yaml";

    /// <summary><c>code</c> or <c>uid</c>: what the identifiers are.</summary>
    public required string IdScheme { get; init; }

    /// <summary>The data set.</summary>
    public required string DataSet { get; init; }

    /// <summary>Data elements by measure and counting rule.</summary>
    public required FrozenDictionary<(Measure Measure, string Rule), string> DataElements { get; init; }

    /// <summary>Organisation units by P-code; a region that is not there is named by its P-code.</summary>
    public required FrozenDictionary<string, string> OrgUnits { get; init; }

    /// <summary>Category option combos by <c>sex</c>, <c>ageBand</c> or <c>sex/ageBand</c>.</summary>
    public required FrozenDictionary<string, string> CategoryOptionCombos { get; init; }

    /// <summary>Attribute option combos by <c>course:CODE</c>, <c>funder:CODE</c> or <c>organisation:CODE</c>.</summary>
    public required FrozenDictionary<string, string> AttributeOptionCombos { get; init; }

    /// <summary>Reads the file; <see langword="null"/> when errors were noted.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    internal static Dhis2Mapping? Read(string folder, ContentErrors errors)
    {
        if (ContentFile.Read(folder, Name, errors) is not { } file || YamlMap.Parse(Name, file.Text, errors) is not { } top) return null;
        var scheme = top.Text("idScheme");
        if (scheme is not ("code" or "uid")) top.Wrong("idScheme", $"idScheme is {scheme}; write code or uid.");
        var mapping = new Dhis2Mapping
        {
            IdScheme = scheme,
            DataSet = top.Text("dataSet"),
            DataElements = Entries(top, "dataElements", map => (map.Word<Measure>("measure"), map.Text("rule"))),
            OrgUnits = Entries(top, "orgUnits", map => map.Text("region")),
            CategoryOptionCombos = Entries(top, "categoryOptionCombos", map => map.Text("key")),
            AttributeOptionCombos = Entries(top, "attributeOptionCombos", map => map.Text("key")),
        };
        top.RefuseTheRest();
        return mapping;
    }

    private static FrozenDictionary<TKey, string> Entries<TKey>(YamlMap top, string list, Func<YamlMap, TKey> key)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, string>();
        foreach (var map in top.Maps(list))
        {
            if (!found.TryAdd(key(map), map.Text("id"))) map.Wrong("id", $"{list} has two entries for the same. Keep one.");
            map.RefuseTheRest();
        }

        return found.ToFrozenDictionary();
    }
}
