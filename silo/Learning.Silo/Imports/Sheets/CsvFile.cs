using System.Text;
using CsvHelper;
using Learning.Domain.Imports;

namespace Learning.Silo.Imports.Sheets;

/// <summary>A text file with a delimiter: comma, semicolon or tab, whichever the header has most of.</summary>
internal sealed class CsvFile : SheetFile
{
    /// <summary>A record longer than this is a quotation mark that is never closed.</summary>
    private const int MostBytesOfARecord = 1024 * 1024;

    private readonly Stream content;
    private readonly bool owned;
    private readonly bool endsWithLineBreak;
    private readonly SheetLimits limits;
    private readonly CsvReader reader;
    private CsvMalformedRecord? malformed;

    private CsvFile(Stream content, bool owned, Encoding encoding, bool endsWithLineBreak, char delimiter, SheetLimits limits)
    {
        this.content = content;
        this.owned = owned;
        this.endsWithLineBreak = endsWithLineBreak;
        this.limits = limits;
        var text = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 16384, leaveOpen: true);
        reader = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            // Rows are counted as a spreadsheet counts them.
            SkipEmptyLines = false,
            MaxRecordSize = MostBytesOfARecord,
            IncludeValuesInExceptions = false,
            // A quotation mark within a cell is an ordinary character; one that is not closed would swallow the rows below.
            OnMalformedRecord = found => malformed ??= found.Reason == CsvMalformedReason.StrayQuote ? null : found,
        }, leaveOpen: false);
        Format = $"CSV, {encoding.WebName.ToUpperInvariant()}, {(delimiter == '\t' ? "TAB" : delimiter)}";
        if (!Next()) throw SheetFileException.Of(ImportProblemKind.FileEmpty);
        var cells = Cells();
        var count = cells.Length;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1])) count--;
        if (count == 0) throw SheetFileException.Of(ImportProblemKind.FileEmpty);
        if (count > limits.Columns) throw SheetFileException.Of(ImportProblemKind.TooManyColumns, 1, ("limit", limits.Columns));
        Headers = cells[..count];
    }

    public override string Format { get; }

    public override IReadOnlyList<string> Headers { get; }

    public static CsvFile Open(Stream content, SheetLimits limits, bool owned)
    {
        var (encoding, endsWithLineBreak) = TextEncoding.Detect(content);
        var start = content.Position;
        var delimiter = Delimiter(content, encoding, limits);
        content.Position = start;
        return new CsvFile(content, owned, encoding, endsWithLineBreak, delimiter, limits);
    }

    public override IEnumerable<SheetLine> Lines()
    {
        var line = 1;
        var rows = 0;
        var isShort = false;
        while (Next())
        {
            line++;
            var cells = Cells();
            var blank = Array.TrueForAll(cells, string.IsNullOrWhiteSpace);
            if (!blank && ++rows > limits.Rows) throw SheetFileException.Of(ImportProblemKind.TooManyRows, line, ("limit", limits.Rows));
            isShort = !blank && cells.Length < Headers.Count;
            yield return new SheetLine(line, cells);
        }
        if (isShort && !endsWithLineBreak) throw SheetFileException.Of(ImportProblemKind.FileCutOff, line);
        if (rows == 0) throw SheetFileException.Of(ImportProblemKind.NoRows);
    }

    public override void Dispose()
    {
        reader.Dispose();
        if (owned) content.Dispose();
    }

    private bool Next()
    {
        try
        {
            var read = reader.Read();
            if (malformed is { } found) throw SheetFileException.Of(ImportProblemKind.QuoteNotClosed, (int)found.RecordNumber);
            return read;
        }
        catch (CsvFormatException e)
        {
            throw new SheetFileException(ImportProblem.Of(ImportProblemKind.QuoteNotClosed, (int)e.RecordNumber), e);
        }
        catch (DecoderFallbackException e)
        {
            throw new SheetFileException(ImportProblem.Of(ImportProblemKind.EncodingUnknown, (int)reader.RowNumber + 1), e);
        }
    }

    private string[] Cells()
    {
        var cells = new string[reader.FieldCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.GetString(i);
            if (cells[i].Length > limits.CellLength) throw SheetFileException.Of(ImportProblemKind.CellTooLong, (int)reader.RowNumber, ("limit", limits.CellLength));
        }
        return cells;
    }

    private static char Delimiter(Stream content, Encoding encoding, SheetLimits limits)
    {
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 4096, leaveOpen: true);
        var (comma, semicolon, tab) = (0, 0, 0);
        var quoted = false;
        var seen = false;
        // A header is never longer than this, even if it is no header at all.
        for (var left = limits.Columns * 200; left > 0 && reader.Read() is >= 0 and var c; left--)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c is '\n' or '\r' && seen) break;
            seen |= c is not ('\n' or '\r');
            if (c == ',') comma++;
            else if (c == ';') semicolon++;
            else if (c == '\t') tab++;
        }
        return tab > comma && tab > semicolon ? '\t' : semicolon > comma ? ';' : ',';
    }
}
