namespace Learning.Domain.Funders;

/// <summary>One grant of a funder.</summary>
/// <param name="Code">Grant code, as the sheets and plans name it.</param>
/// <param name="TitleMn">Mongolian title.</param>
/// <param name="TitleEn">English title.</param>
/// <param name="From">First day, when known.</param>
/// <param name="To">Last day, when known.</param>
public sealed record Grant(string Code, string TitleMn, string TitleEn, DateOnly? From = null, DateOnly? To = null);
