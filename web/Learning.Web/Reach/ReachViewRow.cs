namespace Learning.Web.Reach;

/// <summary>One row of <see cref="ReachView"/>.</summary>
/// <param name="Key">Code of what the row is; empty for "not stated".</param>
/// <param name="Name">Its name in the caller's language.</param>
/// <param name="Value">The measure of this row alone.</param>
/// <param name="Cumulative">For months and years: the measure up to the end of the period.</param>
public sealed record ReachViewRow(string Key, string Name, decimal Value, decimal? Cumulative);
