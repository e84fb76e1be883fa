using Learning.Domain.Regions;

namespace Learning.Web.Api.Regions;

/// <summary>A region.</summary>
/// <param name="Code">P-code.</param>
/// <param name="ParentCode">P-code of the region it lies in.</param>
/// <param name="NameEn">English name.</param>
/// <param name="NameMn">Mongolian name.</param>
/// <param name="Level">0 for the country, 1 for aimags, 2 for soums and duuregs.</param>
/// <param name="TimeZone">IANA time zone in which its days are counted.</param>
public sealed record RegionAnswer(string Code, string? ParentCode, string NameEn, string NameMn, int Level, string TimeZone)
{
    /// <summary>A region as answered.</summary>
    /// <param name="region">The region.</param>
    public static RegionAnswer Of(Region region) => new(region.Code, region.ParentCode, region.NameEn, region.NameMn, region.Level, region.TimeZone);
}
