namespace Learning.Domain.Reach;

/// <summary>One row of a reach answer.</summary>
/// <param name="Key">P-code, <c>yyyy-MM</c>, <c>yyyy</c>, course, funder, sex, age band or organisation code; empty for "not stated".</param>
/// <param name="Value">The measure for this row alone. Hours for contact hours, a number of people or participations otherwise.</param>
/// <param name="Cumulative">For months and years: the measure over everything up to the end of this period; otherwise <see langword="null"/>.</param>
public sealed record ReachRow(string Key, decimal Value, decimal? Cumulative = null);
