namespace Learning.Web.Reports;

/// <summary>A row that is not what it was.</summary>
/// <param name="Key">As in <see cref="Reach.ReachViewRow"/>.</param>
/// <param name="Then">Its value when the report was frozen.</param>
/// <param name="Now">Its value now.</param>
public sealed record RowDelta(string Key, decimal Then, decimal Now);
