using System.Resources;
using SkiaSharp;

namespace Learning.Web.Paper.Fonts;

/// <summary>
/// The typefaces on everything that is drawn: Noto Sans, embedded in the assembly (licence in OFL.txt beside the files),
/// because a server has no fonts and what it has may lack Ө and Ү. Loaded once; typefaces are safe to share between threads.
/// </summary>
public static class PaperFonts
{
    private static readonly ResourceManager Files = new(typeof(PaperFonts).Namespace + ".Fonts", typeof(PaperFonts).Assembly);

    private static readonly Lazy<SKTypeface> LazyRegular = new(() => Load("Regular"));

    private static readonly Lazy<SKTypeface> LazyBold = new(() => Load("Bold"));

    /// <summary>Noto Sans Regular.</summary>
    public static SKTypeface Regular => LazyRegular.Value;

    /// <summary>Noto Sans Bold.</summary>
    public static SKTypeface Bold => LazyBold.Value;

    private static SKTypeface Load(string name)
    {
        var bytes = (byte[])Files.GetObject(name)!;
        using var data = SKData.CreateCopy(bytes);
        return SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The embedded font {name} can't be read.");
    }
}
