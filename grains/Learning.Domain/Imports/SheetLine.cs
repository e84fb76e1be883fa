namespace Learning.Domain.Imports;

/// <summary>One row of a file, as text.</summary>
/// <param name="Line">Its number as a spreadsheet counts, 1 for the header.</param>
/// <param name="Cells">Its cells.</param>
public sealed record SheetLine(int Line, IReadOnlyList<string> Cells);
