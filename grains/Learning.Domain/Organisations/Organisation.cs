namespace Learning.Domain.Organisations;

/// <summary>One organisation: the federation, an NGO, or a partnership (a member organisation of miners, not a donor).</summary>
/// <param name="Code">E.g. <c>NUH-285</c>.</param>
/// <param name="ParentCode">The organisation it belongs to; <see langword="null"/> for the federation.</param>
/// <param name="Kind"><c>federation</c>, <c>ngo</c> or <c>partnership</c>.</param>
/// <param name="NameMn">Mongolian name.</param>
/// <param name="NameEn">English name.</param>
public sealed record Organisation(string Code, string? ParentCode, string Kind, string NameMn, string NameEn);
