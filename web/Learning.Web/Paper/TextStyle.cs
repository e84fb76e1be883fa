using SkiaSharp;

namespace Learning.Web.Paper;

/// <summary>How a text is set.</summary>
/// <param name="Size">Largest font size.</param>
/// <param name="LeastSize">Smallest font size.</param>
/// <param name="Width">Width of a line.</param>
/// <param name="Lines">Most lines.</param>
/// <param name="Bold">Bold or regular.</param>
/// <param name="Align">Alignment at the given x.</param>
internal sealed record TextStyle(
    float Size, float LeastSize, float Width, int Lines = 1, bool Bold = false, SKTextAlign Align = SKTextAlign.Left);
