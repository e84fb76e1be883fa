namespace Learning.Web.Reach.Donors;

/// <summary>The view "supported by".</summary>
/// <typeparam name="T">Texts.</typeparam>
/// <param name="Label">Its name.</param>
/// <param name="Definition">What it answers.</param>
/// <param name="Rows">By donor.</param>
/// <param name="SumOfRows">Sum of the rows' values.</param>
/// <param name="Overlap">What rows count more than once: sum of rows − overlap = total.</param>
public sealed record SupportedView<T>(T Label, T Definition, IReadOnlyList<SupportedRow<T>> Rows, decimal SumOfRows, decimal Overlap);
