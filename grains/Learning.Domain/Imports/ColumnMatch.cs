using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>Which column of a file says what.</summary>
/// <param name="Headers">The headers, as they stand in the file.</param>
/// <param name="Columns">Field → place of its column, from 0.</param>
/// <param name="Unused">Places of the columns that no field reads.</param>
/// <param name="Problems">Why rows cannot be read yet: missing columns, and fields that two columns could be. Empty when they can.</param>
public sealed record ColumnMatch(
    ImmutableArray<string> Headers,
    ImmutableSortedDictionary<SheetField, int> Columns,
    ImmutableArray<int> Unused,
    ImmutableArray<ImportProblem> Problems);
