using System.Runtime.InteropServices.JavaScript;

namespace Learning.CheckIn.Browser;

/// <summary>WebCrypto (badge.js): .NET's ECDsa does not work in a browser.</summary>
internal static partial class Crypto
{
    /// <summary>Whether a P-256 signature r‖s over SHA-256 matches.</summary>
    /// <param name="spki">Public key, DER in base64.</param>
    /// <param name="signed">What was signed.</param>
    /// <param name="signature">64 bytes.</param>
    [JSImport("matches", "badge")]
    public static partial Task<bool> Matches(string spki, byte[] signed, byte[] signature);
}
