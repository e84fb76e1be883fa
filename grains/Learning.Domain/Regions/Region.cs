namespace Learning.Domain.Regions;

/// <summary>One node of the region tree.</summary>
/// <param name="Code">P-code: <c>MN</c>, <c>MN64</c>, <c>MN6416</c>.</param>
/// <param name="ParentCode">P-code of the region it lies in; <see langword="null"/> for the root.</param>
/// <param name="Level">0 for the country, 1 for aimags, 2 for soums and duuregs; any depth is possible.</param>
/// <param name="NameMn">Mongolian name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="TimeZone">IANA time zone in which days are counted here, e.g. <c>Asia/Hovd</c>.</param>
public sealed record Region(string Code, string? ParentCode, int Level, string NameMn, string NameEn, string TimeZone);
