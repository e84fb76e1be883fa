namespace Learning.Web.Paper.Certificates;

/// <summary>A text in Mongolian and English.</summary>
/// <param name="Mn">Mongolian.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Mn, string En);
