using Learning.Domain.Imports;

namespace Learning.Silo.Imports.Sheets;

/// <summary>
/// A file of sign-in sheets, opened: its headers are known, its rows are read one by one, and memory does not grow with it.
/// </summary>
public abstract class SheetFile : IDisposable
{
    /// <summary>What the file was read as, for the user: <c>CSV, UTF-8, ;</c> or <c>XLSX</c>.</summary>
    public abstract string Format { get; }

    /// <summary>The headers, trailing blank ones left out.</summary>
    public abstract IReadOnlyList<string> Headers { get; }

    /// <summary>The rows below the header, blank ones included, in order. May be gone through once.</summary>
    /// <exception cref="SheetFileException">The file breaks off, a quotation mark is not closed, or there are too many rows.</exception>
    public abstract IEnumerable<SheetLine> Lines();

    /// <summary>Closes the file.</summary>
    public abstract void Dispose();

    /// <summary>
    /// Opens a file, whatever its name: a workbook by its first bytes, anything else as text. One that is too large is refused by
    /// its length, before any of it is read.
    /// </summary>
    /// <param name="content">The file; stays open and the caller's. If it cannot be rewound it is first copied to a temporary file.</param>
    /// <param name="limits">How much to read.</param>
    /// <exception cref="SheetFileException">It is empty, too large, no table, or in no known encoding.</exception>
    public static SheetFile Open(Stream content, SheetLimits limits)
    {
        if (content.CanSeek && content.Length - content.Position > limits.Bytes) throw TooLarge(limits);
        var rewindable = content.CanSeek ? content : Copy(content, limits);
        try
        {
            var start = rewindable.Position;
            Span<byte> head = stackalloc byte[8];
            var read = rewindable.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            rewindable.Position = start;
            head = head[..read];
            if (read == 0) throw SheetFileException.Of(ImportProblemKind.FileEmpty);
            if (head.StartsWith("PK\u0003\u0004"u8)) return WorkbookFile.Open(rewindable, limits, owned: rewindable != content);
            if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) throw SheetFileException.Of(ImportProblemKind.OldExcel);
            if (head.StartsWith("%PDF"u8)) throw SheetFileException.Of(ImportProblemKind.NotText);
            return CsvFile.Open(rewindable, limits, owned: rewindable != content);
        }
        catch
        {
            if (rewindable != content) rewindable.Dispose();
            throw;
        }
    }

    internal static SheetFileException TooLarge(SheetLimits limits) => SheetFileException.Of(ImportProblemKind.FileTooLarge, null, ("limit", limits.Bytes / (1024 * 1024)));

    private static FileStream Copy(Stream content, SheetLimits limits)
    {
        var copy = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose);
        try
        {
            var buffer = new byte[81920];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if (copy.Length + read > limits.Bytes) throw TooLarge(limits);
                copy.Write(buffer, 0, read);
            }
            copy.Position = 0;
            return copy;
        }
        catch
        {
            copy.Dispose();
            throw;
        }
    }
}
