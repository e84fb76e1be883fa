using Learning.Domain.Regions;
using Learning.Web.Words;

namespace Learning.Web.Pages.PeoplePages;

/// <summary>Places in words.</summary>
public static class PlaceText
{
    /// <summary>A region with what it lies in, the largest first and the country left out: <c>Өвөрхангай, Хархорин</c>.</summary>
    /// <param name="words">The language.</param>
    /// <param name="regions">The regions.</param>
    /// <param name="code">P-code.</param>
    /// <returns>The code itself if there is no such region; <see langword="null"/> without a code.</returns>
    public static string? Place(this IWords words, RegionTree regions, string? code)
    {
        if (string.IsNullOrEmpty(code)) return null;
        var way = regions.SelfAndAncestors(code).Reverse().ToList();
        return way.Count switch
        {
            0 => code,
            1 => words.Pick(way[0].NameMn, way[0].NameEn),
            _ => words.List(way.Skip(1).Select(r => words.Pick(r.NameMn, r.NameEn))),
        };
    }
}
