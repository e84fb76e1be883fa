using Learning.Web.Paper.Fonts;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Learning.Web.Paper;

/// <summary>Chooses size and line breaks of a text shaped by HarfBuzz, so that a long name fits. Not safe for several threads.</summary>
internal sealed class TextFitter : IDisposable
{
    private readonly SKShaper regular = new(PaperFonts.Regular);

    private readonly SKShaper bold = new(PaperFonts.Bold);

    /// <summary>
    /// Chooses the largest size, from the largest down, at which the text fits into so many lines, and where it breaks. Below
    /// the smallest size it takes more lines and breaks inside words rather than leaving the page.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="style">Typeface, sizes, width and lines.</param>
    public FittedText Fit(string text, TextStyle style)
    {
        for (var size = style.Size; ; size = Math.Max(size * 0.96f, style.LeastSize))
        {
            var isLast = size <= style.LeastSize;
            var lines = Break(text, style, size, insideWords: isLast);
            if (lines.Count <= style.Lines || isLast) return new(lines, size, style);
        }
    }

    /// <summary>The shaper of a style's typeface.</summary>
    /// <param name="style">The style.</param>
    public SKShaper Shaper(TextStyle style) => style.Bold ? bold : regular;

    /// <summary>A style's typeface at a size; the caller disposes of it.</summary>
    /// <param name="style">The style.</param>
    /// <param name="size">Font size.</param>
    public static SKFont Font(TextStyle style, float size) =>
        new(style.Bold ? PaperFonts.Bold : PaperFonts.Regular, size) { Subpixel = true, Hinting = SKFontHinting.None };

    /// <inheritdoc />
    public void Dispose()
    {
        regular.Dispose();
        bold.Dispose();
    }

    private List<string> Break(string text, TextStyle style, float size, bool insideWords)
    {
        using var font = Font(style, size);
        bool IsTooWide(string part) => Shaper(style).Shape(part, font).Width > style.Width;

        var lines = new List<string>();
        var line = "";
        foreach (var (before, word) in Words(text))
        {
            var joined = line + before + word;
            if (line.Length > 0 && !IsTooWide(joined))
            {
                line = joined;
                continue;
            }

            if (line.Length > 0) lines.Add(line);
            line = word;
            if (!IsTooWide(line)) continue;
            // Too wide for a line of its own: say so by a count of lines that no style allows, and let the caller shrink.
            if (!insideWords) return [.. Enumerable.Repeat(line, style.Lines + 1)];
            for (; line.Length > 1 && IsTooWide(line); line = line[lines[^1].Length..])
            {
                var length = line.Length - 1;
                while (length > 1 && IsTooWide(line[..length])) length--;
                lines.Add(line[..length]);
            }
        }

        if (line.Length > 0) lines.Add(line);
        return lines;
    }

    // A line may end after a hyphen between letters too, as browsers do it: double names are common.
    private static IEnumerable<(string Before, string Word)> Words(string text)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var i = 1; i < word.Length - 1; i++)
            {
                if (word[i] != '-' || !char.IsLetter(word[i - 1]) || !char.IsLetter(word[i + 1])) continue;
                yield return (start == 0 ? " " : "", word[start..(i + 1)]);
                start = i + 1;
            }

            yield return (start == 0 ? " " : "", word[start..]);
        }
    }
}
