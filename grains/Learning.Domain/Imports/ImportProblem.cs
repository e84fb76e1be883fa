using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>One thing that is wrong, as code and values; <see cref="ImportErrorText"/> has the words.</summary>
/// <param name="Kind">What.</param>
/// <param name="Line">Row in the file as a spreadsheet counts, 1 for the header; <see langword="null"/> for the file as a whole.</param>
/// <param name="Field">In which column, where it is one column.</param>
/// <param name="Values">What the words need, by name. A register or phone number is never in it.</param>
public sealed record ImportProblem(ImportProblemKind Kind, int? Line, SheetField? Field, ImmutableDictionary<string, string> Values)
{
    /// <summary>Longest piece of a cell that is repeated in a message, in characters.</summary>
    public const int LongestValue = 80;

    /// <summary>Whether the row (or the file) is refused; otherwise the row is kept and only the cell left out.</summary>
    public bool IsError => Kind < ImportProblemKind.RowRepeated;

    /// <summary>Whether the whole file is refused.</summary>
    public bool RefusesFile => Kind < ImportProblemKind.CellCount;

    /// <summary>Makes one.</summary>
    /// <param name="kind">What.</param>
    /// <param name="line">Row in the file.</param>
    /// <param name="field">In which column.</param>
    /// <param name="values">Names and values for the words; long ones are cut.</param>
    public static ImportProblem Of(ImportProblemKind kind, int? line = null, SheetField? field = null, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var all = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            var text = Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
            all[name] = text.Length <= LongestValue ? text : text[..LongestValue] + "…";
        }
        return new ImportProblem(kind, line, field, all.ToImmutable());
    }
}
