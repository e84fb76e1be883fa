using System.Collections.Frozen;
using Learning.Domain.Regions;
using Learning.Domain.Text;

namespace Learning.Domain.Imports;

/// <summary>Finds regions by what sheets call them: a P-code, or names in either script, with or without "сум" and "аймаг".</summary>
public sealed class RegionNames
{
    private static readonly FrozenSet<string> Kinds =
        new[] { "сум", "дүүрэг", "аймаг", "хот", "sum", "soum", "district", "duureg", "aimag", "province", "city" }.Select(Transliteration.Key).ToFrozenSet(StringComparer.Ordinal);

    private readonly RegionTree tree;
    private readonly ILookup<string, Region> byName;

    /// <summary>Prepares the names of a tree.</summary>
    /// <param name="tree">The regions.</param>
    public RegionNames(RegionTree tree)
    {
        this.tree = tree;
        byName = tree.All
            .SelectMany(r => new[] { Key(r.NameMn), Key(r.NameEn) }.Distinct(StringComparer.Ordinal).Select(key => (key, r)))
            .ToLookup(n => n.key, n => n.r, StringComparer.Ordinal);
    }

    /// <summary>The region with that P-code, whatever its case, or <see langword="null"/>.</summary>
    /// <param name="code">A P-code.</param>
    public Region? ByCode(string code) => tree.Find(code.ToUpperInvariant());

    /// <summary>Whether a name is one of the region's.</summary>
    /// <param name="region">The region.</param>
    /// <param name="name">A name.</param>
    public static bool IsCalled(Region region, string name) => Key(name) is var key && (key == Key(region.NameMn) || key == Key(region.NameEn));

    /// <summary>The regions of the lowest level that fit: none, one, or several when the name alone does not tell.</summary>
    /// <param name="name">Name of the region.</param>
    /// <param name="within">Name or P-code of a region it lies in; empty if not stated.</param>
    public IReadOnlyList<Region> ByName(string name, string within)
    {
        var named = byName[Key(name)].Where(r => r.ParentCode is not null).ToList();
        if (within.Length > 0)
        {
            var around = tree.Find(within.ToUpperInvariant()) is { } known ? [known] : byName[Key(within)].ToList();
            named = [.. named.Where(r => around.Any(a => a.Code != r.Code && tree.IsWithin(r.Code, a.Code)))];
        }
        // Some aimags have a soum of their own name; the sheet's column means the soum.
        var lowest = named.Count == 0 ? 0 : named.Max(r => r.Level);
        return [.. named.Where(r => r.Level == lowest)];
    }

    private static string Key(string name)
    {
        var words = Transliteration.Key(name).Split(' ');
        return string.Concat(words.Length > 1 ? words.Where(w => !Kinds.Contains(w)) : words);
    }
}
