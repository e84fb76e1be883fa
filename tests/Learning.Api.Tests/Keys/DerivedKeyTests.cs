using System.Diagnostics;
using System.Numerics;
using System.Security.Cryptography;
using Learning.Grains.Secrets;
using Learning.Web.Api.Keys;

namespace Learning.Api.Tests.Keys;

/// <summary>Signing keys derived from the federation's secret.</summary>
public sealed class DerivedKeyTests
{
    private static readonly LearningSecret Secret = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    [Fact]
    public void The_same_purpose_gives_the_same_key_and_another_purpose_another()
    {
        using var one = DerivedKey.P256(Secret, "badge-key/6");
        using var again = DerivedKey.P256(Secret, "badge-key/6");
        using var other = DerivedKey.P256(Secret, "badge-key/7");

        Assert.Equal(one.ExportSubjectPublicKeyInfo(), again.ExportSubjectPublicKeyInfo());
        Assert.NotEqual(one.ExportSubjectPublicKeyInfo(), other.ExportSubjectPublicKeyInfo());
    }

    [Fact]
    public void What_it_signs_its_public_half_verifies()
    {
        using var key = DerivedKey.P256(Secret, "badge-key/6");
        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(key.ExportSubjectPublicKeyInfo(), out _);
        var signature = key.SignData("Өнөр"u8, HashAlgorithmName.SHA256);

        Assert.True(verifier.VerifyData("Өнөр"u8, signature, HashAlgorithmName.SHA256));
        signature[^1] ^= 1;
        Assert.False(verifier.VerifyData("Өнөр"u8, signature, HashAlgorithmName.SHA256));
    }

    /// <summary>The point d·G worked out here by the curve's own formulas, not by the platform.</summary>
    [Fact]
    public void Its_public_half_is_the_private_number_times_the_generator()
    {
        for (var n = 0; n < 8; n++)
        {
            using var key = DerivedKey.P256(Secret, $"test/{n}");
            var p = key.ExportParameters(includePrivateParameters: true);
            Assert.Equal(P256Arithmetic.TimesGenerator(new BigInteger(p.D, isUnsigned: true, isBigEndian: true)), (new BigInteger(p.Q.X, true, true), new BigInteger(p.Q.Y, true, true)));
        }
    }

    [Fact]
    public void Openssl_accepts_it()
    {
        using var key = DerivedKey.P256(Secret, "badge-key/6");
        var start = new ProcessStartInfo("openssl", ["pkey", "-check", "-noout", "-inform", "DER"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var openssl = Process.Start(start)!;
        openssl.StandardInput.BaseStream.Write(key.ExportPkcs8PrivateKey());
        openssl.StandardInput.Close();
        var output = openssl.StandardOutput.ReadToEnd() + openssl.StandardError.ReadToEnd();
        openssl.WaitForExit();

        Assert.Equal(0, openssl.ExitCode);
        Assert.Contains("Key is valid", output, StringComparison.Ordinal);
    }
}
