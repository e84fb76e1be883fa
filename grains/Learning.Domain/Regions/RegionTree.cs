using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Learning.Domain.Regions;

/// <summary>The regions of one country, as loaded from content/regions. Immutable; shared by everything in the process.</summary>
public sealed class RegionTree
{
    private readonly FrozenDictionary<string, Region> regions;
    private readonly FrozenDictionary<string, ImmutableArray<Region>> children;

    /// <summary>Builds the tree, in the order in which names sort in Mongolian.</summary>
    /// <param name="all">Every region, in any order.</param>
    /// <exception cref="ArgumentException">There is not exactly one root, a code is there twice, or a parent is missing.</exception>
    public RegionTree(IEnumerable<Region> all)
    {
        var list = all.ToList();
        var twice = list.GroupBy(r => r.Code).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new ArgumentException($"Region {twice.Key} is there {twice.Count()} times.", nameof(all));
        regions = list.ToFrozenDictionary(r => r.Code, StringComparer.Ordinal);
        var roots = list.Where(r => r.ParentCode is null).ToList();
        if (roots.Count != 1) throw new ArgumentException($"A region tree has one root; found {roots.Count}.", nameof(all));
        var orphan = list.FirstOrDefault(r => r.ParentCode is not null && !regions.ContainsKey(r.ParentCode));
        if (orphan is not null) throw new ArgumentException($"Region {orphan.Code} lies in {orphan.ParentCode}, which is not there.", nameof(all));
        Root = roots[0];
        // Ordinal order would put Ө and Ү after Я.
        var byName = StringComparer.Create(CultureInfo.GetCultureInfo("mn-MN"), ignoreCase: true);
        children = list.Where(r => r.ParentCode is not null)
            .GroupBy(r => r.ParentCode!)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(r => r.NameMn, byName).ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The country.</summary>
    public Region Root { get; }

    /// <summary>Every region, in no particular order.</summary>
    public ImmutableArray<Region> All => regions.Values;

    /// <summary>The region with that P-code, or <see langword="null"/>.</summary>
    /// <param name="code">P-code.</param>
    public Region? Find(string? code) => code is not null && regions.TryGetValue(code, out var region) ? region : null;

    /// <summary>The regions directly below, in name order; empty for a leaf or an unknown code.</summary>
    /// <param name="code">P-code.</param>
    public ImmutableArray<Region> Children(string code) => children.TryGetValue(code, out var found) ? found : [];

    /// <summary>The region and everything it lies in, root last; empty for an unknown code.</summary>
    /// <param name="code">P-code.</param>
    public IEnumerable<Region> SelfAndAncestors(string? code)
    {
        for (var at = Find(code); at is not null; at = Find(at.ParentCode)) yield return at;
    }

    /// <summary>Whether <paramref name="code"/> is <paramref name="ancestor"/> or lies below it.</summary>
    /// <param name="code">P-code of the region in question.</param>
    /// <param name="ancestor">P-code of the larger region.</param>
    public bool IsWithin(string? code, string ancestor) => SelfAndAncestors(code).Any(r => r.Code == ancestor);

    /// <summary>The child of <paramref name="parent"/> in which <paramref name="code"/> lies; <see langword="null"/> if it lies in none.</summary>
    /// <param name="code">P-code of the smaller region.</param>
    /// <param name="parent">P-code of the larger region.</param>
    public Region? ChildContaining(string? code, string parent)
    {
        var at = Find(code);
        while (at is not null && at.ParentCode != parent) at = Find(at.ParentCode);
        return at;
    }
}
