using System.Text.RegularExpressions;

namespace Learning.Tests.Paper;

public sealed class SignInSheetTests
{
    private const int Dpi = 300;

    [NeedsTool("chromium", "pdftotext")]
    public async Task Every_page_repeats_the_head_and_says_which_page_it_is()
    {
        var pages = PdfReading.Texts(PrintedSheets.Print(await PrintedSheets.SignInPage(people: 34, blankRows: 6)));

        // 34 people and at least 6 blank rows, 18 a page: 3 pages, filled up to 54 rows.
        Assert.Equal(3, pages.Length);
        for (var page = 0; page < 3; page++)
        {
            Assert.Contains("MER-110 · Мөнгөн усгүй баяжуулалт", pages[page], StringComparison.Ordinal);
            Assert.Contains("2026.03.07", pages[page], StringComparison.Ordinal);
            Assert.Contains("Өмнөговь, Ханбогд, Соёлын төв", pages[page], StringComparison.Ordinal);
            Assert.Contains("Гарын үсэг", pages[page], StringComparison.Ordinal);
            Assert.Contains($"Хуудас {page + 1} / 3", pages[page], StringComparison.Ordinal);
        }

        var numbers = Regex.Matches(string.Concat(pages), @"^ {0,12}(\d{1,2})(?= |$)", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value));
        Assert.Equal(Enumerable.Range(1, 54), numbers.Distinct());
        Assert.Equal(2, Regex.Count(string.Concat(pages), "Жагсаалтад байхгүй"));
    }

    [NeedsTool("chromium", "pdftoppm", "pdfinfo")]
    public async Task Rows_to_sign_in_are_12_mm_high_and_the_sheets_code_is_read_from_the_paper()
    {
        var pdf = PrintedSheets.Print(await PrintedSheets.SignInPage(people: 18, blankRows: 0));

        Assert.Matches(@"Pages:\s+1\n", PdfReading.Info(pdf));
        using var picture = PdfReading.Picture(pdf, 1, Dpi);
        // Down the middle of the signature column there is nothing but the rows' lines.
        var x = (int)(175 / 25.4 * Dpi);
        var lines = Enumerable.Range(1, picture.Height - 1)
            .Where(y => y > 48 / 25.4 * Dpi && y < 275 / 25.4 * Dpi && picture.GetPixel(x, y).Red < 150 && picture.GetPixel(x, y - 1).Red >= 150)
            .ToArray();
        var heights = lines.Zip(lines.Skip(1), (above, below) => (below - above) / (double)Dpi * 25.4).ToArray();
        Assert.Equal(18, heights.Length);
        Assert.All(heights, height => Assert.InRange(height, 12, 12.6));

        var code = QrPicture.Read(picture, new((int)(168 / 25.4 * Dpi), (int)(8 / 25.4 * Dpi), (int)(201 / 25.4 * Dpi), (int)(40 / 25.4 * Dpi)));
        Assert.Equal(PrintedSheets.Head.QrText, code.Code.Text);
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(18, 0, 1)]
    [InlineData(18, 1, 2)]
    [InlineData(19, 0, 2)]
    [InlineData(30, 6, 2)]
    [InlineData(31, 6, 3)]
    public async Task Pages_are_as_many_as_the_rows_need(int people, int blankRows, int pages)
    {
        var html = await PrintedSheets.SignInPage(people, blankRows);

        Assert.Equal(pages, Regex.Count(html, "<section"));
        Assert.Equal(pages * 18, Regex.Count(html, "<td class=\"sign-in-number\">"));
        Assert.Equal(people, Regex.Count(html, "<div class=\"sign-in-cell sign-in-small\">"));
    }
}
