using System.Diagnostics;

namespace Learning.Browser.Tests.Harness;

/// <summary>What somebody reads or copies from a PDF, by another program than the one that wrote it.</summary>
internal static class PdfText
{
    private static readonly string? Program = Programs.Find("pdftotext");

    /// <summary>The text; <see langword="null"/> where pdftotext (poppler-utils) is not installed.</summary>
    /// <param name="file">Path.</param>
    public static async Task<string?> Of(string file)
    {
        if (Program is null) return null;
        using var process = Process.Start(new ProcessStartInfo(Program, ["-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return text.Normalize();
    }
}
