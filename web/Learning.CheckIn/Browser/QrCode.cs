using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>QR codes to show (code.js).</summary>
internal static partial class QrCode
{
    /// <summary>An SVG's path data of the code's dark modules, in a square of <c>size</c> modules; JSON <c>{size, path}</c>.</summary>
    /// <param name="text">What it says.</param>
    [JSImport("path", "code")]
    public static partial string Path(string text);
}
