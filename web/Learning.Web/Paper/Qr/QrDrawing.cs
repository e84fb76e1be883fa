using SkiaSharp;

namespace Learning.Web.Paper.Qr;

/// <summary>Draws a QR code on a canvas.</summary>
internal static class QrDrawing
{
    /// <summary>White square with the quiet zone, and all dark modules as one shape, so that no seams show between them.</summary>
    /// <param name="canvas">The canvas.</param>
    /// <param name="symbol">The code.</param>
    /// <param name="area">Where, the quiet zone included.</param>
    public static void DrawQr(this SKCanvas canvas, QrSymbol symbol, SKRect area)
    {
        using var white = new SKPaint { Color = SKColors.White };
        using var black = new SKPaint { Color = SKColors.Black };
        using var dark = new SKPathBuilder();
        var module = area.Width / symbol.Size;
        foreach (var (x, y, length) in symbol.Runs())
            dark.AddRect(SKRect.Create(area.Left + x * module, area.Top + y * module, length * module, module));
        canvas.DrawRect(area, white);
        using var path = dark.Detach();
        canvas.DrawPath(path, black);
    }
}
