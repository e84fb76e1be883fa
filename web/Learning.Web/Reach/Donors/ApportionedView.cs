namespace Learning.Web.Reach.Donors;

/// <summary>The view "apportioned".</summary>
/// <typeparam name="T">Texts.</typeparam>
/// <param name="Label">Its name.</param>
/// <param name="Definition">What it answers.</param>
/// <param name="Rows">By donor; the values add up to the figure.</param>
public sealed record ApportionedView<T>(T Label, T Definition, IReadOnlyList<ApportionedRow<T>> Rows);
