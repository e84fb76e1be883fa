using Learning.Web.Paper.Qr;
using SkiaSharp;

namespace Learning.Web.Paper.Badges;

/// <summary>A badge as a picture for the holder's phone: large QR code, name, short code, and what to do with it.</summary>
public static class BadgeCard
{
    // Portrait like a phone's screen: the whole picture shows at once, and the code fills the width.
    private const int Width = 1080, Height = 1620, Code = 960, Margin = 60;

    private static readonly SKColor Ink = new(0x10, 0x18, 0x20);
    private static readonly SKColor Quiet = new(0x47, 0x52, 0x5C);

    /// <summary>Draws the picture.</summary>
    /// <param name="badge">What is on the badge.</param>
    /// <param name="advice">What to do, in the holder's language, e.g. "Save this picture and show it at the training".</param>
    /// <returns>A PNG of 1080 × 1620 pixels.</returns>
    public static byte[] RenderPng(BadgeSheetItem badge, string advice)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Gray8, SKAlphaType.Opaque));
        using (var canvas = new SKCanvas(bitmap))
        using (var text = new PaperText(canvas))
        {
            canvas.Clear(SKColors.White);
            const float middle = Width / 2f;
            var line = new TextStyle(44, 26, Width - 2 * Margin, 1, false, SKTextAlign.Center);

            var name = text.Fit(badge.Name, line with { Size = 84, LeastSize = 48, Lines = 2, Bold = true });
            text.Draw(name, middle, 40 + (230 - name.Height) / 2, Ink);
            if (badge.Organisation is { Length: > 0 } organisation) text.Draw(organisation, line with { Size = 38, LeastSize = 22 }, middle, 268, Quiet);

            var symbol = QrSymbol.Of(badge.QrText);
            // A module is a whole number of pixels, so that its edges are sharp.
            var side = Code / symbol.Size * symbol.Size;
            canvas.DrawQr(symbol, SKRect.Create((Width - side) / 2, 320, side, side));
            var y = text.Draw(badge.ShortCode, line with { Size = 88, Bold = true }, middle, 1290, Ink);
            text.Draw(advice, line with { Lines = 3 }, middle, y + 14, Quiet);
        }

        using var image = SKImage.FromBitmap(bitmap);
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }
}
