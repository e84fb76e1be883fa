namespace Learning.Web.Reports;

/// <summary>One row of a report.</summary>
/// <param name="Key">As in <see cref="Reach.ReachViewRow"/>.</param>
/// <param name="Name">What it was called then.</param>
/// <param name="Value">The value; left out where it is withheld.</param>
/// <param name="Cumulative">For months and years; left out where it is withheld.</param>
/// <param name="Target">What it was to come to.</param>
public sealed record ReportRow(string Key, TwoTexts Name, decimal? Value, decimal? Cumulative = null, decimal? Target = null);
