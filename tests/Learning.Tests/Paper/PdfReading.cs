using SkiaSharp;

namespace Learning.Tests.Paper;

/// <summary>Reads a PDF with poppler's programs.</summary>
internal static class PdfReading
{
    /// <summary>The text, page by page, in reading order.</summary>
    public static string[] Texts(byte[] pdf) => In(pdf, folder =>
    {
        var (code, output) = Tool.Run("pdftotext", folder, "-enc", "UTF-8", "-layout", "file.pdf", "file.txt");
        Assert.True(code == 0, output);
        return File.ReadAllText(Path.Combine(folder, "file.txt")).Split('\f', StringSplitOptions.RemoveEmptyEntries);
    });

    /// <summary>What pdfinfo says.</summary>
    public static string Info(byte[] pdf) => In(pdf, folder => Tool.Run("pdfinfo", folder, "file.pdf").Output);

    /// <summary>A page as a grey picture.</summary>
    public static SKBitmap Picture(byte[] pdf, int page, int dpi) => In(pdf, folder =>
    {
        var (code, output) = Tool.Run("pdftoppm", folder, "-r", $"{dpi}", "-f", $"{page}", "-l", $"{page}", "-gray", "-png", "-singlefile", "file.pdf", "page");
        Assert.True(code == 0, output);
        return SKBitmap.Decode(Path.Combine(folder, "page.png"));
    });

    private static T In<T>(byte[] pdf, Func<string, T> read)
    {
        var folder = Directory.CreateTempSubdirectory("pdf");
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "file.pdf"), pdf);
            return read(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
