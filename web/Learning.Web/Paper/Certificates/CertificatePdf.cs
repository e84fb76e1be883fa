using Learning.Domain.Certificates;
using SkiaSharp;

namespace Learning.Web.Paper.Certificates;

/// <summary>
/// A certificate as PDF: one page A4 landscape, Mongolian first, English below, vector QR code, text that can be copied and
/// searched. The same facts give the same bytes: the document's dates are the day of issue, not the clock's.
/// </summary>
public static class CertificatePdf
{
    // A4 landscape in points, 1/72 inch.
    private const float Width = 841.89f, Height = 595.28f;

    /// <summary>Draws the certificate.</summary>
    /// <param name="facts">What it says. Without a holder's name there is a line to write it on.</param>
    /// <param name="site">The site's address, for the verification link.</param>
    /// <param name="words">The fixed words; null for those that come with the program.</param>
    /// <returns>The PDF file.</returns>
    public static byte[] Render(CertificateFacts facts, Uri site, CertificateWords? words = null)
    {
        words ??= CertificateWords.Default;
        var issued = facts.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var title = words.TitleOf(facts.Kind);
        var metadata = SKDocumentPdfMetadata.Default with
        {
            Title = $"{title.Mn} · {title.En} · {CertificateNumber.Printed(facts.Number)}",
            Author = $"{facts.IssuerNameMn} · {facts.IssuerNameEn}",
            Subject = $"{facts.CourseTitleMn} · {facts.CourseTitleEn}",
            Creator = "Learning",
            Creation = issued,
            Modified = issued,
        };

        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, metadata))
        {
            using var canvas = document.BeginPage(Width, Height);
            using (var text = new PaperText(canvas))
                new CertificatePage(canvas, text, facts, site, words).Draw(Width, Height);
            document.EndPage();
            document.Close();
        }

        return file.ToArray();
    }
}
