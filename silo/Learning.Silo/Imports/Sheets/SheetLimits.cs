namespace Learning.Silo.Imports.Sheets;

/// <summary>How much of a file is read. Settings of section <c>Imports:Sheets</c>.</summary>
public sealed record SheetLimits
{
    /// <summary>Greatest size of a file, in bytes.</summary>
    public long Bytes { get; init; } = 50 * 1024 * 1024;

    /// <summary>Most rows below the header, blank ones not counted.</summary>
    public int Rows { get; init; } = 200_000;

    /// <summary>Most columns.</summary>
    public int Columns { get; init; } = 200;

    /// <summary>Longest cell, in characters.</summary>
    public int CellLength { get; init; } = 4_000;

    /// <summary>Most bytes that a workbook may unpack to. A million times smaller files exist that unpack to more than any memory.</summary>
    public long UnpackedBytes { get; init; } = 500 * 1024 * 1024;
}
