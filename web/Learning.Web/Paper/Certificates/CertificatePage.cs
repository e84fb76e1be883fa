using System.Globalization;
using Learning.Domain.Certificates;
using Learning.Web.Paper.Qr;
using SkiaSharp;

namespace Learning.Web.Paper.Certificates;

/// <summary>The drawing of one certificate: head, the statement in the middle, numbers and code at the foot.</summary>
internal sealed class CertificatePage(SKCanvas canvas, PaperText text, CertificateFacts facts, Uri site, CertificateWords words)
{
    private static readonly SKColor Ink = new(0x1B, 0x26, 0x31);
    private static readonly SKColor Quiet = new(0x55, 0x60, 0x6B);
    private static readonly SKColor Accent = new(0x0B, 0x4F, 0x4A);
    private static readonly SKColor Line = new(0xB3, 0x8F, 0x45);
    private static readonly SKColor Alarm = new(0xB4, 0x23, 0x18);

    private const float TextWidth = 690, FootHeight = 104, Margin = 56;

    /// <summary>Draws it on a page of that size, in points.</summary>
    /// <param name="width">Width.</param>
    /// <param name="height">Height.</param>
    public void Draw(float width, float height)
    {
        Border(width, height);
        var middle = width / 2;
        var y = text.Draw(facts.IssuerNameMn, Centred(16, 11, bold: true), middle, 54, Accent);
        var headEnd = text.Draw(facts.IssuerNameEn, Centred(10.5f, 8), middle, y, Quiet);

        var foot = height - Margin - FootHeight;
        Statement(middle, headEnd, foot);
        Foot(width, foot);
        if (facts.RevokedOn is not null || facts.SupersededBy is not null) Stamp(width, height);
    }

    private static TextStyle Centred(float size, float least, int lines = 1, bool bold = false) =>
        new(size, least, TextWidth, lines, bold, SKTextAlign.Center);

    private void Border(float width, float height)
    {
        using var outer = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 1.4f, Color = Accent, IsAntialias = true };
        using var inner = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 0.6f, Color = Line, IsAntialias = true };
        canvas.DrawRect(SKRect.Create(24, 24, width - 48, height - 48), outer);
        canvas.DrawRect(SKRect.Create(29, 29, width - 58, height - 58), inner);
    }

    // The block between head and foot is as high as its text and stands a little above the middle, where the eye expects it.
    private void Statement(float x, float top, float bottom)
    {
        var title = words.TitleOf(facts.Kind);
        var statement = words.StatementOf(facts.Kind);
        (FittedText? Text, SKColor Color, float Before)[] rows =
        [
            (text.Fit(title.Mn.ToUpper(CultureInfo.InvariantCulture), Centred(29, 18, bold: true)), Accent, 0),
            (text.Fit(title.En, Centred(13, 10)), Quiet, 0),
            (facts.HolderName is { } name ? text.Fit(name, Centred(34, 17, lines: 2, bold: true)) : null, Ink, 16),
            (text.Fit(statement.Mn, Centred(13, 10)), Ink, 14),
            (text.Fit(statement.En, Centred(10, 8)), Quiet, 0),
            (text.Fit($"«{facts.CourseTitleMn}»", Centred(21, 13, lines: 2, bold: true)), Ink, 12),
            (text.Fit(facts.CourseTitleEn, Centred(12.5f, 9, lines: 2)), Quiet, 1),
            (text.Fit(Details(words.Hours.Mn, facts.RegionNameMn), Centred(12.5f, 9)), Ink, 12),
            (text.Fit(Details(words.Hours.En, facts.RegionNameEn), Centred(10, 8)), Quiet, 0),
        ];

        const float blankLine = 44;
        var needed = rows.Sum(row => row.Before + (row.Text?.Height ?? blankLine));
        var free = bottom - top - needed;
        var y = top + Math.Max(0, free * 0.45f);
        // Titles longer than anybody plans for: all of the block gets smaller, nothing is cut or runs into the foot.
        canvas.Save();
        if (free < 0) canvas.Scale((bottom - top) / needed, (bottom - top) / needed, x, top);
        using var rule = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 0.6f, Color = Line, IsAntialias = true };
        foreach (var (row, color, before) in rows)
        {
            y += before;
            if (row is not null) text.Draw(row, x, y, color);
            y += row?.Height ?? blankLine;
            if (row is null || row.Style.Size == 34) canvas.DrawLine(x - 210, y + 5, x + 210, y + 5, rule);
        }

        canvas.Restore();
    }

    private string Details(string hours, string region) =>
        string.Create(CultureInfo.InvariantCulture, $"{facts.Hours:0.##} {hours}  ·  {Days()}  ·  {region}");

    private string Days() => facts.FirstSession == facts.LastSession
        ? Day(facts.FirstSession)
        : $"{Day(facts.FirstSession)} – {Day(facts.LastSession)}";

    private static string Day(DateOnly day) => day.ToString("yyyy.MM.dd", CultureInfo.InvariantCulture);

    private void Foot(float width, float top)
    {
        Numbers(Margin, top);
        Signature(width / 2, top + FootHeight);
        const float code = 92;
        var left = width - Margin - code;
        canvas.DrawQr(QrSymbol.Of(CertificateAddress.ForQr(site, facts.Number)), SKRect.Create(left, top, code, code));
        var caption = new TextStyle(7.5f, 5, code + 60, Align: SKTextAlign.Center);
        var y = text.Draw(words.Verify.Mn, caption, left + code / 2, top + code - 2, Ink);
        y = text.Draw(words.Verify.En, caption with { Size = 6.5f }, left + code / 2, y, Quiet);
        text.Draw($"{site.Authority}/verify", caption with { Size = 6.5f }, left + code / 2, y, Quiet);
    }

    private void Numbers(float left, float top)
    {
        (Bilingual Label, string Value, bool Bold)[] rows =
        [
            (words.Number, CertificateNumber.Printed(facts.Number), true),
            (words.Course, $"{facts.CourseCode}, v{facts.CourseVersion}", false),
            (words.Issued, Day(facts.IssuedOn), false),
            (words.ValidUntil, facts.ValidUntil is { } last ? Day(last) : $"{words.ForEver.Mn} / {words.ForEver.En}", false),
        ];
        var y = top + 4;
        foreach (var (label, value, isBold) in rows)
        {
            text.Draw($"{label.Mn} / {label.En}", new TextStyle(7, 5, 200), left, y, Quiet);
            text.Draw(value, new TextStyle(11, 8, 220, Bold: isBold), left, y + 8, Ink);
            y += 26;
        }
    }

    private void Signature(float x, float bottom)
    {
        using var rule = new SKPaint { Style = SKPaintStyle.Stroke, StrokeWidth = 0.6f, Color = Ink, IsAntialias = true };
        canvas.DrawLine(x - 95, bottom - 24, x + 95, bottom - 24, rule);
        var style = new TextStyle(9, 7, 230, Align: SKTextAlign.Center);
        var y = text.Draw(words.Signature.Mn, style, x, bottom - 22, Ink);
        text.Draw(words.Signature.En, style with { Size = 7.5f }, x, y, Quiet);
    }

    // Across the page as a shape: slanted letters would be copied out among the lines they cross. As text it stands at the foot.
    private void Stamp(float width, float height)
    {
        canvas.Save();
        canvas.RotateDegrees(-18, width / 2, height / 2);
        var color = Alarm.WithAlpha(0x90);
        text.DrawShape(words.NotValid.Mn, Centred(86, 86, bold: true), width / 2, height / 2, color);
        text.DrawShape(words.NotValid.En, Centred(40, 40, bold: true), width / 2, height / 2 + 46, color);
        canvas.Restore();
        text.Draw($"{words.NotValid.Mn} / {words.NotValid.En}", new TextStyle(13, 8, 230, 1, true, SKTextAlign.Center), width / 2, height - Margin - FootHeight + 4, Alarm);
    }
}
