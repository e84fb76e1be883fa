using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Learning.Grains.Secrets;

namespace Learning.Web.Api.Keys;

/// <summary>Signing keys derived from the federation's secret: nothing but the secret needs a backup.</summary>
public static class DerivedKey
{
    // Order of the curve P-256 (NIST SP 800-186, 3.2.1.3).
    private static readonly BigInteger Order = BigInteger.Parse("0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>
    /// The P-256 key of a purpose. The private key is 320 derived bits modulo n-1, plus 1 (FIPS 186-5, A.2.1: the 64 bits more
    /// than the order has make the bias negligible). The platform computes the public key.
    /// </summary>
    /// <param name="secret">The federation's.</param>
    /// <param name="purpose">What the key is for; the same purpose always gives the same key.</param>
    /// <returns>To be disposed of by the caller.</returns>
    public static ECDsa P256(LearningSecret secret, string purpose)
    {
        byte[] bits = [.. secret.For(purpose), .. secret.For($"{purpose}/extra").AsSpan(0, 8)];
        var d = (new BigInteger(bits, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        var bytes = d.ToByteArray(isUnsigned: true, isBigEndian: true);
        return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = [.. new byte[32 - bytes.Length], .. bytes] });
    }
}
