using CsvHelper;

namespace Learning.Silo.Content;

/// <summary>Reads the CSV files of the content folder: a head with known columns, then rows.</summary>
internal static class CsvTable
{
    /// <summary>The rows; none when the head is wrong. Takes <c>,</c> and <c>;</c>, which is what Excel writes on many machines here.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">Its columns, in any order, no others.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static List<CsvLine> Read(ContentFile file, IReadOnlyList<string> columns, ContentErrors errors)
    {
        var rows = new List<CsvLine>();
        var options = new CsvReaderOptions
        {
            // The head is read as a row like the others, to tell what is wrong with it.
            HasHeader = false,
            Separator = SeparatorOf(file.Text),
            TrimWhitespace = true,
            TrimInsideQuotes = true,
            TrackLineNumbers = true,
            OnMalformedRecord = bad => errors.Add(file.Name, (int)bad.LineNumber, "A quotation mark stands where none may. Put \" around the whole field and write \"\" for one inside it."),
        };
        using var reader = CsvReader.FromText(file.Text, options);
        if (!reader.Read())
        {
            errors.Add(file.Name, 1, $"This file is empty. Its first line must be: {string.Join(',', columns)}");
            return rows;
        }

        var head = Fields(reader);
        if (!HeadIsRight(file, columns, head, errors)) return rows;
        while (reader.Read())
        {
            var (line, fields) = ((int)reader.LineNumber, Fields(reader));
            // Excel leaves rows of separators behind where rows were emptied.
            if (fields.All(field => field.Length == 0)) continue;
            if (fields.Length == head.Length)
                rows.Add(new CsvLine(file.Name, line, head.Zip(fields).ToDictionary(p => p.First, p => p.Second, StringComparer.OrdinalIgnoreCase), errors));
            else
                errors.Add(file.Name, line, $"This row has {fields.Length} fields and the first line has {head.Length}. Add or remove a separator, or put \" around a field that holds one.");
        }

        return rows;
    }

    private static char SeparatorOf(string text)
    {
        var head = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length);
        return head.Count(';') > head.Count(',') ? ';' : ',';
    }

    private static string[] Fields(CsvReader reader) => [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];

    private static bool HeadIsRight(ContentFile file, IReadOnlyList<string> columns, string[] head, ContentErrors errors)
    {
        var missing = columns.Except(head, StringComparer.OrdinalIgnoreCase).ToList();
        var unknown = head.Except(columns, StringComparer.OrdinalIgnoreCase).ToList();
        var twice = head.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToList();
        if (missing.Count > 0) errors.Add(file.Name, 1, $"Missing: {string.Join(", ", missing)}. The first line must name the columns {string.Join(',', columns)}");
        if (unknown.Count > 0) errors.Add(file.Name, 1, $"Unknown: {string.Join(", ", unknown.Select(u => u.Length == 0 ? "a column without a name" : u))}. The columns are {string.Join(',', columns)}");
        if (twice.Count > 0) errors.Add(file.Name, 1, $"There twice: {string.Join(", ", twice)}. Name each column once.");
        return missing.Count + unknown.Count + twice.Count == 0;
    }
}
