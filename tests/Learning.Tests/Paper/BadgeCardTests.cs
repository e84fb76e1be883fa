using Learning.Domain.Badges;
using Learning.Tests.Badges;
using Learning.Web.Paper.Badges;
using SkiaSharp;

namespace Learning.Tests.Paper;

public sealed class BadgeCardTests
{
    private static readonly string QrText = BadgeText.Url(SampleCertificates.Site, BadgeTexts.Code);

    [Theory]
    [InlineData("Өлзийсайханы Мөнхцэцэг")]
    [InlineData("Лувсандоржийнхүү-Цэрэндулам Нарангэрэлтуяа-Өнөрбаясгалан")]
    public void The_picture_on_a_phone_is_the_badge(string name)
    {
        var png = BadgeCard.RenderPng(new(name, "33WG-ZJW4-7", QrText, "Өмнөговь нөхөрлөл"), "Энэ зургийг хадгалаад сургалт дээр үзүүлээрэй.");

        using var picture = SKBitmap.Decode(png);
        var read = QrPicture.Read(picture, SKRectI.Create(0, 330, picture.Width, 930));

        Assert.Equal(QrText, read.Code.Text);
        Assert.True(BadgeText.TryParse(read.Code.Text, out var badge) && badge.Payload == BadgeTexts.Payload);
        Assert.InRange(read.Dark.Width, picture.Width * 3 / 4, picture.Width);
        Assert.Equal(0, read.Dark.Width % 45);
        Assert.InRange(png.Length, 5_000, 150_000);
        // There is a name above the code and a short code below it.
        Assert.True(HasInk(picture, 40, 270));
        Assert.True(HasInk(picture, 1300, 1390));
    }

    private static bool HasInk(SKBitmap picture, int top, int bottom) =>
        Enumerable.Range(top, bottom - top).Any(y => Enumerable.Range(0, picture.Width).Any(x => picture.GetPixel(x, y).Red < 60));
}
