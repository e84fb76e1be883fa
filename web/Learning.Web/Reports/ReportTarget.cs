namespace Learning.Web.Reports;

/// <summary>What the figure of a report was to come to.</summary>
/// <param name="Value">The target.</param>
/// <param name="To">By the end of this day.</param>
/// <param name="Baseline">What it was before.</param>
/// <param name="BaselineDay">On which day.</param>
public sealed record ReportTarget(decimal Value, DateOnly To, decimal? Baseline, DateOnly? BaselineDay);
