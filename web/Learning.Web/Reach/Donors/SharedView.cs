namespace Learning.Web.Reach.Donors;

/// <summary>The shared matrix.</summary>
/// <typeparam name="T">Texts.</typeparam>
/// <param name="Label">Its name.</param>
/// <param name="Definition">What it answers.</param>
/// <param name="Rows">A row a donor; the matrix is symmetric, and a donor's own figure is on the diagonal.</param>
public sealed record SharedView<T>(T Label, T Definition, IReadOnlyList<SharedRow<T>> Rows);
