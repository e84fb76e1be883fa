using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace Learning.Web.Paper.Qr;

/// <summary>
/// A QR code with error correction level M (15 %) and the quiet zone of 4 modules that the standard asks for. Text of only
/// <c>0-9 A-Z $%*+-./:</c> and space is stored in alphanumeric mode: a badge then needs version 7 (45 modules) instead of 9 (53).
/// </summary>
public sealed class QrSymbol
{
    /// <summary>Light modules on each side.</summary>
    public const int QuietZone = 4;

    private readonly QRCodeData data;

    private QrSymbol(string text, QRCodeData data) => (Text, this.data) = (text, data);

    /// <summary>What is in it.</summary>
    public string Text { get; }

    /// <summary>Modules on a side, with both quiet zones.</summary>
    public int Size => data.ModuleMatrix.Count;

    /// <summary>Whether the module is dark.</summary>
    /// <param name="x">Column from the left, the quiet zone included.</param>
    /// <param name="y">Row from the top, the quiet zone included.</param>
    public bool IsDark(int x, int y) => data.ModuleMatrix[y][x];

    /// <summary>The code of a text.</summary>
    /// <param name="text">At most 2,331 bytes (3,391 characters in alphanumeric mode).</param>
    /// <exception cref="QRCoder.Exceptions.DataTooLongException">The text is longer.</exception>
    public static QrSymbol Of(string text)
    {
        using var generator = new QRCodeGenerator();
        return new(text, generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M));
    }

    /// <summary>The dark modules as horizontal runs: left, top and length, in modules.</summary>
    public IEnumerable<(int X, int Y, int Length)> Runs()
    {
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (!IsDark(x, y)) continue;
                var start = x;
                while (x < Size && IsDark(x, y)) x++;
                yield return (start, y, x - start);
            }
        }
    }

    /// <summary>All dark modules as one SVG path, one unit a module.</summary>
    public string PathData()
    {
        var path = new StringBuilder();
        foreach (var (x, y, length) in Runs())
            path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{length}v1h-{length}z");
        return path.ToString();
    }

    /// <summary>A standalone SVG file that scales to any size and stays dark on white in dark mode.</summary>
    /// <param name="title">What it is, for those who can't see it; null for an ornament.</param>
    public string ToSvg(string? title = null)
    {
        var name = title is null ? " aria-hidden=\"true\"" : $" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\"";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges"{name}><rect width="{Size}" height="{Size}" fill="#fff"/><path fill="#000" d="{PathData()}"/></svg>
            """);
    }

    /// <summary>A black-and-white PNG, one bit a pixel.</summary>
    /// <param name="pixelsPerModule">Pixels on a side of a module.</param>
    public byte[] ToPng(int pixelsPerModule = 10)
    {
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(pixelsPerModule);
    }
}
