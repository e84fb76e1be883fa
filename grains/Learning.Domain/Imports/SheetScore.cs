namespace Learning.Domain.Imports;

/// <summary>The result of a test.</summary>
/// <param name="Points">Points reached.</param>
/// <param name="OutOf">Points that could be reached; 100 unless the sheet says otherwise.</param>
public readonly record struct SheetScore(decimal Points, decimal OutOf)
{
    /// <summary>The result in percent.</summary>
    public decimal Percent => Points * 100 / OutOf;
}
