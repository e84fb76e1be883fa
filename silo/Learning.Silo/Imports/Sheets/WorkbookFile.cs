using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Learning.Domain.Imports;
using MiniExcelLibs;

namespace Learning.Silo.Imports.Sheets;

/// <summary>The first sheet of an XLSX workbook.</summary>
internal sealed class WorkbookFile : SheetFile
{
    private readonly Stream content;
    private readonly bool owned;
    private readonly SheetLimits limits;
    private readonly IEnumerator<IDictionary<string, object?>> rows;

    private WorkbookFile(Stream content, bool owned, SheetLimits limits)
    {
        this.content = content;
        this.owned = owned;
        this.limits = limits;
        rows = content.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().GetEnumerator();
        if (!Next()) throw SheetFileException.Of(ImportProblemKind.FileEmpty);
        var cells = Cells();
        var count = cells.Length;
        while (count > 0 && string.IsNullOrWhiteSpace(cells[count - 1])) count--;
        if (count == 0) throw SheetFileException.Of(ImportProblemKind.FileEmpty);
        Headers = cells[..count];
    }

    public override string Format => "XLSX";

    public override IReadOnlyList<string> Headers { get; }

    public static WorkbookFile Open(Stream content, SheetLimits limits, bool owned)
    {
        var start = content.Position;
        try
        {
            Unpack(content, limits);
            content.Position = start;
            return new WorkbookFile(content, owned, limits);
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Unreadable(e);
        }
    }

    public override IEnumerable<SheetLine> Lines()
    {
        var line = 1;
        var found = 0;
        while (Next())
        {
            line++;
            var cells = Cells();
            if (!cells.All(string.IsNullOrWhiteSpace) && ++found > limits.Rows) throw SheetFileException.Of(ImportProblemKind.TooManyRows, line, ("limit", limits.Rows));
            if (Array.Exists(cells, c => c.Length > limits.CellLength)) throw SheetFileException.Of(ImportProblemKind.CellTooLong, line, ("limit", limits.CellLength));
            yield return new SheetLine(line, cells);
        }
        if (found == 0) throw SheetFileException.Of(ImportProblemKind.NoRows);
    }

    public override void Dispose()
    {
        rows.Dispose();
        if (owned) content.Dispose();
    }

    /// <summary>
    /// Unpacks every part once into nothing and counts: the sizes that a bomb states of itself are not to be trusted.
    /// </summary>
    private static void Unpack(Stream content, SheetLimits limits)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        var left = limits.UnpackedBytes;
        var buffer = new byte[81920];
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((left -= read) < 0) throw SheetFileException.Of(ImportProblemKind.WorkbookUnreadable);
        }
    }

    private static bool IsDamage(Exception e) =>
        e is InvalidDataException or XmlException or FormatException or KeyNotFoundException or NullReferenceException or InvalidOperationException
            or ArgumentException or IndexOutOfRangeException or NotSupportedException or EndOfStreamException;

    private static SheetFileException Unreadable(Exception e) => new(ImportProblem.Of(ImportProblemKind.WorkbookUnreadable), e);

    private bool Next()
    {
        try
        {
            if (!rows.MoveNext()) return false;
        }
        // The library says what is wrong with a damaged part by whatever exception it runs into.
        catch (Exception e) when (IsDamage(e))
        {
            throw Unreadable(e);
        }
        // Every row has all columns of the widest.
        if (rows.Current.Count > limits.Columns) throw SheetFileException.Of(ImportProblemKind.TooManyColumns, 1, ("limit", limits.Columns));
        return true;
    }

    private string[] Cells() => [.. rows.Current.Values.Select(Text)];

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime day => day.ToString(day.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "1" : "0",
        double number => Math.Abs(number) < 1e15 && number == Math.Floor(number) ? ((long)number).ToString(CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
