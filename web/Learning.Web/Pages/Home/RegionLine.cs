using Learning.Domain.Regions;
using Learning.Web.Words;

namespace Learning.Web.Pages.Home;

/// <summary>Where a training is, in one line.</summary>
public static class RegionLine
{
    /// <summary>The region's name and those above it, the country left out: <c>Есөнбулаг, Говь-Алтай</c>; the code of an unknown region.</summary>
    /// <param name="regions">The country.</param>
    /// <param name="code">P-code.</param>
    /// <param name="words">In which language.</param>
    public static string Of(RegionTree regions, string code, IWords words)
    {
        var way = regions.SelfAndAncestors(code).Where(r => r.ParentCode is not null).Select(r => words.Pick(r.NameMn, r.NameEn)).ToList();
        return way.Count > 0 ? words.List(way) : regions.Find(code) is { } country ? words.Pick(country.NameMn, country.NameEn) : code;
    }
}
