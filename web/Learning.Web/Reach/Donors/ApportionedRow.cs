namespace Learning.Web.Reach.Donors;

/// <summary>One row of <see cref="ApportionedView{T}"/>.</summary>
/// <typeparam name="T">Texts.</typeparam>
/// <param name="Key">As in <see cref="SupportedRow{T}"/>; empty for what no donor pays.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">The part to report.</param>
/// <param name="Exact">The exact part, as a fraction in lowest terms: <c>7/4</c>; left out for others, who could tell single people by it.</param>
public sealed record ApportionedRow<T>(string Key, T Name, decimal Value, string? Exact);
