namespace Learning.Domain.Reach.Donors;

/// <summary>What one funder's money helped reach.</summary>
/// <param name="Funder">Funder code; empty for cohorts that no donor pays for.</param>
/// <param name="Value">Everybody reached by a cohort that the funder pays for, in part or whole.</param>
/// <param name="Only">Those of them whom no other funder helped reach.</param>
public sealed record SupportedReach(string Funder, decimal Value, decimal Only);
