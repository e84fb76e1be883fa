using System.Xml.Linq;
using Learning.Domain.Badges;
using Learning.Tests.Badges;
using Learning.Web.Paper.Qr;
using SkiaSharp;

namespace Learning.Tests.Paper;

public sealed class QrSymbolTests
{
    private static readonly string BadgeUrl = BadgeText.Url(new("https://learning.example.mn"), BadgeTexts.Code);

    private static QrReader Read(QrSymbol symbol) => QrReader.Read(
        symbol.Size - 2 * QrSymbol.QuietZone, (x, y) => symbol.IsDark(x + QrSymbol.QuietZone, y + QrSymbol.QuietZone));

    [Fact]
    public void A_badge_is_stored_in_alphanumeric_mode_at_level_M()
    {
        var read = Read(QrSymbol.Of(BadgeUrl));

        // 11 + 19 + 125 = 155 characters: 154 fit into version 6 at level M and 178 into version 7 (ISO 18004, table 7).
        Assert.Equal(155, BadgeUrl.Length);
        Assert.Equal(new QrReader(7, 0, "alphanumeric", BadgeUrl), read);
    }

    [Fact]
    public void The_same_in_lower_case_would_need_byte_mode_and_a_larger_code()
    {
        var read = Read(QrSymbol.Of(BadgeUrl.ToLowerInvariant()));

        // 152 bytes fit into version 8 at level M and 180 into version 9.
        Assert.Equal(("byte", 9), (read.Mode, read.Version));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("HTTPS://LEARNING.EXAMPLE.MN/VERIFY/S7FB-FNPM-NQ09-F176")]
    [InlineData("https://learning.example.mn/c/session?step=1")]
    public void What_is_put_in_is_read_out(string text) => Assert.Equal(text, Read(QrSymbol.Of(text)).Text);

    [Fact]
    public void The_svg_is_one_path_of_dark_on_white_with_the_quiet_zone()
    {
        var symbol = QrSymbol.Of(BadgeUrl);
        var svg = XElement.Parse(symbol.ToSvg("Үнэмлэх <Ө>"));
        XNamespace ns = "http://www.w3.org/2000/svg";

        Assert.Equal("0 0 53 53", svg.Attribute("viewBox")!.Value);
        Assert.Equal("Үнэмлэх <Ө>", svg.Attribute("aria-label")!.Value);
        Assert.Equal(["#fff"], svg.Elements(ns + "rect").Select(rect => rect.Attribute("fill")!.Value));
        Assert.Equal(["#000"], svg.Elements(ns + "path").Select(path => path.Attribute("fill")!.Value));

        // The path drawn by Skia's own SVG path parser, pixel by module, is the code again.
        using var path = SKPath.ParseSvgPathData(svg.Element(ns + "path")!.Attribute("d")!.Value);
        var read = QrReader.Read(45, (x, y) => path.Contains(x + QrSymbol.QuietZone + 0.5f, y + QrSymbol.QuietZone + 0.5f));
        Assert.Equal(BadgeUrl, read.Text);
        Assert.Equal(new SKRect(4, 4, 49, 49), path.TightBounds);
    }

    [Fact]
    public void The_png_is_sharp_and_has_the_quiet_zone()
    {
        using var picture = SKBitmap.Decode(QrSymbol.Of(BadgeUrl).ToPng(8));

        var read = QrPicture.Read(picture, picture.Info.Rect);

        Assert.Equal((53 * 8, 53 * 8), (picture.Width, picture.Height));
        Assert.Equal(SKRectI.Create(32, 32, 45 * 8, 45 * 8), read.Dark);
        Assert.Equal(BadgeUrl, read.Code.Text);
    }

    [Fact]
    public async Task The_component_draws_the_same_path()
    {
        var html = await Rendered.Html<Learning.Web.Paper.Qr.Qr>(new() { ["Text"] = BadgeUrl, ["Title"] = "Үнэмлэх" });
        var svg = XElement.Parse(html);

        Assert.Equal(QrSymbol.Of(BadgeUrl).PathData(), svg.Element("path")!.Attribute("d")!.Value);
        Assert.Equal(("img", "Үнэмлэх", null), (svg.Attribute("role")?.Value, svg.Attribute("aria-label")?.Value, svg.Attribute("aria-hidden")?.Value));
    }
}
