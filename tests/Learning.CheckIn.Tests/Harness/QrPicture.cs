using QRCoder;

namespace Learning.CheckIn.Tests.Harness;

/// <summary>QR codes as the camera sees them.</summary>
internal static class QrPicture
{
    /// <summary>Rows of 0 and 1, the quiet zone included.</summary>
    public static string[] Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        return [.. code.ModuleMatrix.Select(row => string.Concat(row.Cast<bool>().Select(dark => dark ? '1' : '0')))];
    }

    /// <summary>What looks like a code from afar, with its three corners, and says nothing: most of its middle is torn off.</summary>
    public static string[] Torn(string text)
    {
        var rows = Of(text);
        var (from, to) = (rows.Length / 3, rows.Length - 5);
        return [.. rows.Select((row, y) => y < from || y >= to ? row : row[..(row.Length / 3)] + new string('0', row.Length - row.Length / 3))];
    }
}
