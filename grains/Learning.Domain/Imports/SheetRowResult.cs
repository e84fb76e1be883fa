using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>What became of one row.</summary>
/// <param name="Line">Row in the file.</param>
/// <param name="Row">The row; <see langword="null"/> if it is refused.</param>
/// <param name="Problems">What is wrong with it; a kept row may have some too.</param>
public sealed record SheetRowResult(int Line, SheetRow? Row, ImmutableArray<ImportProblem> Problems);
