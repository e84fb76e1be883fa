using System.Globalization;
using System.Numerics;

namespace Learning.Api.Tests.Keys;

/// <summary>The curve P-256 by its textbook formulas (SP 800-186, 3.2.1.3); slow, and only for checking.</summary>
internal static class P256Arithmetic
{
    private static readonly BigInteger P = Number("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    private static readonly (BigInteger X, BigInteger Y) Generator = (
        Number("6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296"),
        Number("4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5"));

    public static (BigInteger X, BigInteger Y) TimesGenerator(BigInteger d)
    {
        (BigInteger X, BigInteger Y)? sum = null;
        (BigInteger X, BigInteger Y)? power = Generator;
        for (; d > 0; d >>= 1)
        {
            if (!d.IsEven) sum = Plus(sum, power);
            power = Plus(power, power);
        }

        return sum!.Value;
    }

    private static (BigInteger X, BigInteger Y)? Plus((BigInteger X, BigInteger Y)? a, (BigInteger X, BigInteger Y)? b)
    {
        if (a is not { } p) return b;
        if (b is not { } q) return a;
        if (p.X == q.X && p.Y != q.Y) return null;
        var slope = p == q ? (3 * p.X * p.X - 3) * Inverse(2 * p.Y) : (q.Y - p.Y) * Inverse(q.X - p.X);
        var x = Mod(slope * slope - p.X - q.X);
        return (x, Mod(slope * (p.X - x) - p.Y));
    }

    private static BigInteger Inverse(BigInteger n) => BigInteger.ModPow(Mod(n), P - 2, P);

    private static BigInteger Mod(BigInteger n) => ((n % P) + P) % P;

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
