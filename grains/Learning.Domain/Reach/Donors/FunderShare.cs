namespace Learning.Domain.Reach.Donors;

/// <summary>The part of a cohort that one funder pays for: <paramref name="Parts"/> / <paramref name="Of"/>, exactly.</summary>
/// <param name="Funder">Funder code; empty for what no donor pays.</param>
/// <param name="Parts">0 to <paramref name="Of"/>.</param>
/// <param name="Of">1 or more.</param>
public sealed record FunderShare(string Funder, long Parts, long Of);
