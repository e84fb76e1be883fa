namespace Learning.Silo.Content;

/// <summary>One row of a CSV file of the content folder.</summary>
/// <param name="File">Path inside the content folder.</param>
/// <param name="Line">Line on which the row begins, from 1.</param>
/// <param name="Fields">Column → field, trimmed.</param>
/// <param name="Errors">Where to note what is wrong in it.</param>
internal sealed record CsvLine(string File, int Line, IReadOnlyDictionary<string, string> Fields, ContentErrors Errors)
{
    /// <summary>A field that may be empty.</summary>
    /// <param name="column">Name of the column.</param>
    public string this[string column] => Fields[column];

    /// <summary>A field that must be filled in; notes an error when it is not.</summary>
    /// <param name="column">Name of the column.</param>
    public string Required(string column)
    {
        if (Fields[column].Length == 0) Wrong($"Column {column} is empty. Fill it in.");
        return Fields[column];
    }

    /// <summary>Notes that something is wrong in this row.</summary>
    /// <param name="message">What, and what to do.</param>
    public void Wrong(string message) => Errors.Add(File, Line, message);
}
