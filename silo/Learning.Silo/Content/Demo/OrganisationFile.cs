using System.Collections.Immutable;
using Learning.Domain.Organisations;

namespace Learning.Silo.Content.Demo;

/// <summary>Reads <c>content/demo/organisations.csv</c>: federation → NGO → partnership, a parent above its children.</summary>
internal static class OrganisationFile
{
    private const string Name = "demo/organisations.csv";

    private static readonly string[] Columns = ["code", "parent", "kind", "nameMn", "nameEn"];

    /// <summary>The organisations in the file's order.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static ImmutableArray<Organisation> Read(string folder, ContentErrors errors)
    {
        if (ContentFile.Read(folder, Name, errors) is not { } file) return [];
        var known = new Dictionary<string, Organisation>(StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<Organisation>();
        foreach (var line in CsvTable.Read(file, Columns, errors))
        {
            var organisation = new Organisation(line.Required("code"), line["parent"] is { Length: > 0 } parent ? parent : null, line["kind"], line.Required("nameMn"), line.Required("nameEn"));
            if (ParentIsWrong(organisation, known) is { } message) line.Wrong(message);
            if (!known.TryAdd(organisation.Code, organisation)) line.Wrong($"Organisation {organisation.Code} is there twice. Remove one row.");
            all.Add(organisation);
        }

        return all.ToImmutable();
    }

    private static string? ParentIsWrong(Organisation one, Dictionary<string, Organisation> known)
    {
        var parent = one.ParentCode is not null && known.TryGetValue(one.ParentCode, out var found) ? found : null;
        return (one.Kind, parent?.Kind, one.ParentCode) switch
        {
            ("federation", null, null) or ("ngo", "federation", _) or ("partnership", "ngo" or "federation", _) => null,
            ("federation", _, _) => "A federation has no parent. Empty the column parent.",
            ("ngo" or "partnership", null, _) => $"{one.Code} belongs to {one.ParentCode ?? "nobody"}, which is in no row above. Correct the parent or move its row up.",
            ("ngo" or "partnership", _, _) => $"{one.Code} can't belong to {one.ParentCode}: an NGO belongs to a federation, a partnership to an NGO or a federation.",
            _ => $"kind is {one.Kind}; write one of federation, ngo, partnership.",
        };
    }
}
