namespace Learning.Domain.Reach;

/// <summary>One row of a <see cref="ReachPartial"/>.</summary>
/// <param name="Key">As in <see cref="ReachRow"/>.</param>
/// <param name="Value">The measure for this row: a number, or seconds.</param>
/// <param name="New">For months and years: how much of it was in no earlier period, so that these sum to the cumulative value; otherwise 0.</param>
public sealed record ReachPartialRow(string Key, long Value, long New);
