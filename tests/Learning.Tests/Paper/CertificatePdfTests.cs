using System.Text.RegularExpressions;
using Learning.Domain.Certificates;
using Learning.Web.Paper.Certificates;

namespace Learning.Tests.Paper;

public sealed class CertificatePdfTests
{
    private static byte[] Render(CertificateFacts facts) => CertificatePdf.Render(facts, SampleCertificates.Site);

    private static string Flat(string text) => Regex.Replace(text, @"\s+", " ");

    [NeedsTool("pdftotext")]
    public void Everything_on_it_is_copied_out_as_text()
    {
        var pages = PdfReading.Texts(Render(SampleCertificates.Completion));

        var text = Flat(Assert.Single(pages));
        string[] expected =
        [
            "Бичил уурхайчдын үндэсний холбоо", "National Federation of Artisanal Miners", "СУРГАЛТ ТӨГССӨНИЙ ГЭРЧИЛГЭЭ", "Certificate of completion",
            "Өлзийсайханы Мөнхцэцэг", "«Мөнгөн усгүй баяжуулалт»", "Mercury-free gold processing", "24 цаг · 2026.03.06 – 2026.03.08 · Өмнөговь, Ханбогд",
            "24 hours · 2026.03.06 – 2026.03.08 · Umnugovi, Khanbogd", "S7FB-FNPM-NQ09-F176", "MER-110, v2", "2026.03.09", "Хүчинтэй хугацаа", "2029.03.08",
            "learning.example.mn/verify",
        ];
        Assert.All(expected, part => Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.DoesNotContain("ХҮЧИНГҮЙ", text, StringComparison.Ordinal);
    }

    [NeedsTool("pdftotext")]
    public void Every_letter_of_Mongolian_and_Kazakh_is_copied_out_as_itself()
    {
        const string letters = "АБВГДЕЁЖЗИЙКЛМНОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя ӘҒҚҢҰҺІ әғқңұһі ₮№";

        var text = Flat(PdfReading.Texts(Render(SampleCertificates.Completion with { CourseTitleMn = letters }))[0]);

        Assert.Contains(letters.Replace(" ", "", StringComparison.Ordinal), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [NeedsTool("pdftotext")]
    public void Long_names_and_titles_are_complete()
    {
        var facts = SampleCertificates.LongAttendance;

        var text = Flat(PdfReading.Texts(Render(facts))[0]);

        Assert.Contains(facts.HolderName!, text, StringComparison.Ordinal);
        Assert.Contains($"«{facts.CourseTitleMn}»", text, StringComparison.Ordinal);
        Assert.Contains(facts.CourseTitleEn, text, StringComparison.Ordinal);
        Assert.Contains("7.5 цаг · 2026.03.06 · Улаанбаатар", text, StringComparison.Ordinal);
        Assert.Contains("хугацаагүй / no expiry", text, StringComparison.Ordinal);
    }

    [NeedsTool("pdftoppm")]
    public void Nothing_is_drawn_outside_the_border_however_long_the_texts_are()
    {
        var words = string.Join(' ', Enumerable.Repeat("Өвөрмөцүүлэгдсэнгүй", 40));
        var pdf = Render(SampleCertificates.Completion with { HolderName = new string('Ө', 300), CourseTitleMn = words, CourseTitleEn = words, RegionNameMn = words });

        using var picture = PdfReading.Picture(pdf, 1, 72);

        // The border's outer line lies 24 points in; all around it is bare paper.
        var inked =
            from y in Enumerable.Range(0, picture.Height)
            from x in Enumerable.Range(0, picture.Width)
            where (x < 22 || y < 22 || x >= picture.Width - 22 || y >= picture.Height - 22) && picture.GetPixel(x, y).Red < 250
            select (x, y);
        Assert.Empty(inked);
    }

    [NeedsTool("pdftoppm")]
    public void The_code_leads_to_the_verification_page()
    {
        using var picture = PdfReading.Picture(Render(SampleCertificates.Completion), 1, 300);
        static int At(double points) => (int)(points / 72 * 300);

        var read = QrPicture.Read(picture, new(At(690), At(430), At(790), At(526)));

        Assert.Equal("HTTPS://LEARNING.EXAMPLE.MN/VERIFY/S7FB-FNPM-NQ09-F176", read.Code.Text);
        Assert.Equal("alphanumeric", read.Code.Mode);
        // 25 mm at least: a phone reads it from the page on a wall.
        Assert.InRange(read.Dark.Width / 300.0 * 25.4, 25, 35);
    }

    [NeedsTool("pdftotext")]
    public void Without_consent_there_is_no_name() =>
        Assert.DoesNotContain("Мөнхцэцэг", PdfReading.Texts(Render(SampleCertificates.Nameless))[0], StringComparison.Ordinal);

    [NeedsTool("pdftotext")]
    public void A_withdrawn_or_replaced_certificate_says_so_across_the_page()
    {
        var withdrawn = SampleCertificates.Completion with { RevokedOn = new(2026, 4, 1) };
        var replaced = SampleCertificates.Completion with { SupersededBy = "Y2ND957W0H64X339" };

        Assert.All([withdrawn, replaced], facts => Assert.Contains("ХҮЧИНГҮЙ / NOT VALID", PdfReading.Texts(Render(facts))[0], StringComparison.Ordinal));
    }

    [NeedsTool("pdfinfo")]
    public void It_has_a_title_and_one_page_of_A4_landscape()
    {
        var info = PdfReading.Info(Render(SampleCertificates.Completion));

        Assert.Matches(@"Title:\s+Сургалт төгссөний гэрчилгээ · Certificate of completion · S7FB-FNPM-NQ09-F176", info);
        Assert.Matches(@"Pages:\s+1\n", info);
        Assert.Matches(@"Page size:\s+84[12].* x 595.* pts \(A4\)", info);
    }

    [Fact]
    public void The_same_certificate_is_the_same_file_and_a_small_one()
    {
        var first = Render(SampleCertificates.LongAttendance);
        var second = Render(SampleCertificates.LongAttendance with { });

        Assert.Equal(first, second);
        Assert.NotEqual(first, Render(SampleCertificates.Completion));
        Assert.InRange(first.Length, 10_000, 100_000);
    }

    [Fact]
    public void Many_certificates_drawn_at_once_are_as_if_drawn_one_by_one()
    {
        var facts = Enumerable.Range(1, 24).Select(i => SampleCertificates.Completion with { HolderName = $"Үүрийнтуяа Өнөрбат {i}" }).ToArray();

        var alone = facts.Select(Render).ToArray();
        var together = facts.AsParallel().AsOrdered().Select(Render).ToArray();

        Assert.Equal(alone, together);
    }
}
