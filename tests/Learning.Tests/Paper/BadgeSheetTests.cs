using System.Text.RegularExpressions;

namespace Learning.Tests.Paper;

public sealed class BadgeSheetTests
{
    private const int Dpi = 300;

    private static int At(double millimetres) => (int)Math.Round(millimetres / 25.4 * Dpi);

    [NeedsTool("chromium", "pdftoppm", "pdftotext")]
    public async Task Printed_on_A4_every_code_is_30_mm_or_more_and_is_read_from_the_paper()
    {
        var pdf = PrintedSheets.Print(await PrintedSheets.BadgePage());

        Assert.Matches(@"Pages:\s+2\n", PdfReading.Info(pdf));
        Assert.Matches(@"\(A4\)", PdfReading.Info(pdf));
        for (var page = 0; page < 2; page++)
        {
            using var picture = PdfReading.Picture(pdf, page + 1, Dpi);
            foreach (var (badge, i) in PrintedSheets.Badges.Skip(8 * page).Take(8).Select((badge, i) => (badge, i)))
            {
                // The lower left 40 x 38 mm of the badge: 2 columns of 97 mm in the middle of 210, rows of 71 mm from 6.4 down.
                double left = 8 + i % 2 * 97, bottom = 6.4 + (i / 2 + 1) * 71;
                var read = QrPicture.Read(picture, new(At(left + 0.6), At(bottom - 38), At(left + 39), At(bottom - 0.6)));

                Assert.Equal(badge.QrText, read.Code.Text);
                Assert.InRange(read.Dark.Width / (double)Dpi * 25.4, 30, 36);
                Assert.InRange(read.Dark.Height / (double)Dpi * 25.4, 30, 36);
            }
        }
    }

    [NeedsTool("chromium", "pdftotext")]
    public async Task Every_name_and_short_code_is_on_the_paper_complete()
    {
        var pages = PdfReading.Texts(PrintedSheets.Print(await PrintedSheets.BadgePage()));

        var text = string.Concat(pages);
        Assert.Equal(2, pages.Length);
        Assert.All(PrintedSheets.Badges, badge => Assert.Contains(badge.ShortCode, text, StringComparison.Ordinal));
        // Two badges stand side by side and names run over lines: compare the words.
        var words = Regex.Matches(text, @"[\w.]+").Select(word => word.Value).ToHashSet();
        Assert.All(PrintedSheets.Names.SelectMany(name => name.Split(' ', '-')), word => Assert.Contains(word, words));
    }

    [Fact]
    public async Task A_name_is_24_points_or_more_unless_it_would_not_fit()
    {
        var html = await PrintedSheets.BadgePage();

        var sizes = Regex.Matches(html, @"badge-name badge-name-(\d+)").Select(match => int.Parse(match.Groups[1].Value)).ToArray();

        Assert.Equal(PrintedSheets.Names.Length, sizes.Length);
        Assert.Equal(34, sizes[0]);
        Assert.All(sizes.Zip(PrintedSheets.Names), badge => Assert.True(badge.First >= 24 || badge.Second.Length > 50, $"{badge.Second}: {badge.First} pt"));
    }

    [Fact]
    public async Task A_name_with_markup_in_it_is_only_a_name()
    {
        var html = await Rendered.Html<Learning.Web.Paper.Badges.BadgeSheet>(new()
        {
            ["Items"] = new Learning.Web.Paper.Badges.BadgeSheetItem[] { new("<script>alert(1)</script>", "33WG-ZJW4-7", "X", "<b>") },
            ["Words"] = new Learning.Web.Paper.Badges.BadgeSheetWords("Код", "Үзүүлнэ"),
        });

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }
}
