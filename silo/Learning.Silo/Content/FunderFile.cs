using System.Collections.Immutable;
using Learning.Domain.Funders;

namespace Learning.Silo.Content;

/// <summary>Reads <c>content/funders/funders.yaml</c>: funders, each with its grants.</summary>
internal static class FunderFile
{
    private const string Name = "funders/funders.yaml";

    /// <summary>The funders in the file's order.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static ImmutableArray<Funder> Read(string folder, ContentErrors errors)
    {
        if (ContentFile.Read(folder, Name, errors) is not { } file || YamlMap.Parse(Name, file.Text, errors) is not { } top) return [];
        var funders = new HashSet<string>(StringComparer.Ordinal);
        var grants = new HashSet<string>(StringComparer.Ordinal);
        var read = top.Maps("funders").Select(map => Funder(map, funders, grants)).ToImmutableArray();
        top.RefuseTheRest();
        return read;
    }

    private static Funder Funder(YamlMap map, HashSet<string> funders, HashSet<string> grants)
    {
        var funder = new Funder
        {
            Code = Code(map, funders),
            NameMn = map.Text("nameMn"),
            NameEn = map.Text("nameEn"),
            Type = map.Word<FunderType>("type"),
            IatiReference = map.TextOrNull("iatiReference"),
            Grants = [.. map.Maps("grants").Select(grant => Grant(grant, grants))],
        };
        map.RefuseTheRest();
        return funder;
    }

    private static Grant Grant(YamlMap map, HashSet<string> grants)
    {
        var grant = new Grant(Code(map, grants), map.Text("titleMn"), map.Text("titleEn"), map.DayOrNull("from"), map.DayOrNull("to"));
        if (grant.To < grant.From) map.Wrong("to", $"The grant {grant.Code} ends before it begins. Correct from or to.");
        map.RefuseTheRest();
        return grant;
    }

    private static string Code(YamlMap map, HashSet<string> taken)
    {
        var code = map.Text("code");
        // The sheets separate several funders by semicolons.
        if (code.AsSpan().IndexOfAny(";, ") >= 0) map.Wrong("code", $"The code {code} may hold no blank, comma or semicolon.");
        if (code.Length > 0 && !taken.Add(code)) map.Wrong("code", $"The code {code} is there twice. Give this one another.");
        return code;
    }
}
