namespace Learning.Domain.Reach.Donors;

/// <summary>What two funders both helped reach, in one cohort or in different ones.</summary>
/// <param name="Funder">Funder code.</param>
/// <param name="With">The other funder's code, the same or later in order.</param>
/// <param name="Value">Everybody whom both helped reach.</param>
public sealed record SharedReach(string Funder, string With, decimal Value);
