using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>Finds out which column says what, by the names in <see cref="ColumnSynonyms"/> and by what the user says.</summary>
public static class ColumnMatching
{
    /// <summary>Without one of each of these groups a row cannot be read.</summary>
    private static readonly SheetField[][] Needed =
    [
        [SheetField.CourseCode, SheetField.CourseTitle],
        [SheetField.SoumCode, SheetField.Soum],
        [SheetField.StartDate],
        [SheetField.GivenName, SheetField.FullName],
        [SheetField.Attended],
    ];

    /// <summary>Matches headers and fields.</summary>
    /// <param name="headers">The headers of the file.</param>
    /// <param name="chosen">
    /// What the user decided: field → place of the column, from 0, or <see langword="null"/> for "not in this file". It goes
    /// before any name; a place outside the file is as good as none.
    /// </param>
    public static ColumnMatch Match(IReadOnlyList<string> headers, IReadOnlyDictionary<SheetField, int?>? chosen = null)
    {
        chosen ??= ImmutableDictionary<SheetField, int?>.Empty;
        var columns = ImmutableSortedDictionary.CreateBuilder<SheetField, int>();
        var problems = ImmutableArray.CreateBuilder<ImportProblem>();
        foreach (var (field, at) in chosen)
            if (at is { } place && place >= 0 && place < headers.Count) columns[field] = place;

        var taken = columns.Values.ToHashSet();
        var byName = headers
            .Select((header, at) => (Field: ColumnSynonyms.Find(header), At: at))
            .Where(c => c.Field is not null && !chosen.ContainsKey(c.Field.Value) && !taken.Contains(c.At))
            .GroupBy(c => c.Field!.Value, c => c.At);
        foreach (var field in byName.OrderBy(f => f.Key))
        {
            var places = field.ToList();
            columns[field.Key] = places[0];
            if (places.Count > 1)
                problems.Add(ImportProblem.Of(ImportProblemKind.ColumnTwice, 1, field.Key, ("columns", string.Join(", ", places.Select(at => $"{headers[at]} ({at + 1})")))));
        }
        foreach (var group in Needed)
            if (!group.Any(columns.ContainsKey)) problems.Add(ImportProblem.Of(ImportProblemKind.ColumnMissing, 1, group[0]));

        var used = columns.Values.ToHashSet();
        return new ColumnMatch([.. headers], columns.ToImmutable(), [.. Enumerable.Range(0, headers.Count).Where(at => !used.Contains(at))], problems.ToImmutable());
    }
}
