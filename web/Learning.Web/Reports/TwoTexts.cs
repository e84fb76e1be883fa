namespace Learning.Web.Reports;

/// <summary>A text in both languages.</summary>
/// <param name="Mn">Mongolian.</param>
/// <param name="En">English.</param>
public sealed record TwoTexts(string Mn, string En);
