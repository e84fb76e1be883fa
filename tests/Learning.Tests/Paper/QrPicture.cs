using SkiaSharp;

namespace Learning.Tests.Paper;

/// <summary>Finds and reads the one QR code in a part of a picture.</summary>
internal sealed record QrPicture(SKRectI Dark, QrReader Code)
{
    /// <summary>Reads it: the dark pixels' bounding box is the code, and a finder's width says how many modules it has.</summary>
    public static QrPicture Read(SKBitmap picture, SKRectI part)
    {
        bool IsDark(int x, int y) => picture.GetPixel(x, y).Red < 110;

        var box = SKRectI.Empty;
        for (var y = part.Top; y < part.Bottom; y++)
            for (var x = part.Left; x < part.Right; x++)
                if (IsDark(x, y)) box = box.IsEmpty ? SKRectI.Create(x, y, 1, 1) : SKRectI.Union(box, SKRectI.Create(x, y, 1, 1));

        var finder = 0;
        while (IsDark(box.Left + finder, box.Top)) finder++;
        var version = (int)Math.Round((box.Width * 7.0 / finder - 17) / 4);
        var size = 17 + 4 * version;
        var (stepX, stepY) = (box.Width / (double)size, box.Height / (double)size);
        return new(box, QrReader.Read(size, (x, y) => IsDark(box.Left + (int)((x + 0.5) * stepX), box.Top + (int)((y + 0.5) * stepY))));
    }
}
