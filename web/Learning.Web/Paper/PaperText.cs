using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Learning.Web.Paper;

/// <summary>Draws text shaped by HarfBuzz on a canvas: one line, or as many as a long name needs.</summary>
internal sealed class PaperText(SKCanvas canvas) : IDisposable
{
    private readonly TextFitter fitter = new();

    /// <summary>Chooses size and line breaks.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Typeface, sizes, width and lines, in the canvas's units.</param>
    public FittedText Fit(string text, TextStyle style) => fitter.Fit(text, style);

    /// <summary>Draws the lines one below another.</summary>
    /// <param name="text">The text as fitted.</param>
    /// <param name="x">Left edge, middle or right edge, as the style's alignment says.</param>
    /// <param name="top">Top edge of the first line.</param>
    /// <param name="color">Colour.</param>
    public void Draw(FittedText text, float x, float top, SKColor color)
    {
        using var font = TextFitter.Font(text.Style, text.Size);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        var baseline = top + text.LineHeight * 0.78f;
        foreach (var line in text.Lines)
        {
            canvas.DrawShapedText(fitter.Shaper(text.Style), line, x, baseline, text.Style.Align, font, paint);
            baseline += text.LineHeight;
        }
    }

    /// <summary>Draws a line as a shape that no reader takes for text, centred on a point.</summary>
    /// <param name="line">The line.</param>
    /// <param name="style">Typeface and size.</param>
    /// <param name="x">Middle.</param>
    /// <param name="y">Baseline.</param>
    /// <param name="color">Colour.</param>
    public void DrawShape(string line, TextStyle style, float x, float y, SKColor color)
    {
        using var font = TextFitter.Font(style, style.Size);
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        using var shape = font.GetTextPath(line, new SKPoint(x - font.MeasureText(line) / 2, y));
        canvas.DrawPath(shape, paint);
    }

    /// <summary>Fits and draws; gives the bottom edge.</summary>
    /// <param name="text">The text.</param>
    /// <param name="style">How.</param>
    /// <param name="x">Left edge, middle or right edge.</param>
    /// <param name="top">Top edge.</param>
    /// <param name="color">Colour.</param>
    public float Draw(string text, TextStyle style, float x, float top, SKColor color)
    {
        var fitted = Fit(text, style);
        Draw(fitted, x, top, color);
        return top + fitted.Height;
    }

    /// <inheritdoc />
    public void Dispose() => fitter.Dispose();
}
