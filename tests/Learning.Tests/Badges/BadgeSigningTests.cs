using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using Learning.Domain.Badges;
using Learning.Tests.Paper;

namespace Learning.Tests.Badges;

public sealed class BadgeSigningTests
{
    private static BadgeVerdict Verify(string text, DateOnly day, params BadgeKey[] keys) =>
        BadgeSigning.Verify(BadgeTexts.Parse(text), keys, day);

    [Fact]
    public void A_badge_signed_by_another_program_is_valid() =>
        Assert.Equal(BadgeVerdict.Valid, Verify(BadgeTexts.Code, BadgeTexts.Day, BadgeTexts.Key));

    [Fact]
    public void Every_single_flipped_bit_is_refused()
    {
        Assert.True(Base32.TryDecode(BadgeTexts.Code, out var good));
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bytes = (byte[])good.Clone();
            bytes[bit / 8] ^= (byte)(0x80 >> bit % 8);
            // The same key under every id, so that a changed key id is caught by the signature too, not only by a missing key.
            var keys = new[] { BadgeTexts.Key, BadgeTexts.Key with { Kid = bytes[1] } };

            var accepted = BadgeText.TryParse("HTTPS://H/B/" + Base32.Encode(bytes), out var badge)
                && BadgeSigning.Verify(badge, keys, badge.Payload!.NotBefore) != BadgeVerdict.BadSignature;

            Assert.False(accepted, $"bit {bit}");
        }
    }

    [Fact]
    public void Every_single_changed_character_is_refused()
    {
        const string all = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        for (var at = 0; at < BadgeTexts.Code.Length; at++)
        {
            var text = BadgeTexts.Code.ToCharArray();
            text[at] = all[(all.IndexOf(text[at]) + 1 + at % 31) % 32];
            if (new string(text) == BadgeTexts.Code) continue;

            var accepted = BadgeText.TryParse("HTTPS://H/B/" + new string(text), out var badge)
                && BadgeSigning.Verify(badge, [BadgeTexts.Key], BadgeTexts.Day) == BadgeVerdict.Valid;

            Assert.False(accepted, $"character {at}");
        }
    }

    [Fact]
    public void What_this_program_signs_it_accepts_and_a_second_signature_differs()
    {
        using var key = BadgeTexts.NewKey();
        var keys = BadgeSigning.PublicKey(7, key, new(2026, 1, 1), new(2026, 12, 31));

        var first = BadgeSigning.Sign(BadgeTexts.Payload, key);
        var second = BadgeSigning.Sign(BadgeTexts.Payload, key);

        Assert.NotEqual(first, second);
        Assert.Equal(BadgeVerdict.Valid, Verify(first, BadgeTexts.Day, keys));
        Assert.Equal(BadgeVerdict.Valid, Verify(second, BadgeTexts.Day, keys));
        Assert.Equal(BadgeVerdict.BadSignature, Verify(first, BadgeTexts.Day, BadgeTexts.Key));
    }

    [NeedsTool("openssl")]
    public void OpenSSL_accepts_what_this_program_signs_and_refuses_another_payload()
    {
        using var key = BadgeTexts.NewKey();
        var badge = BadgeTexts.Parse(BadgeSigning.Sign(BadgeTexts.Payload, key));
        var spki = Convert.FromBase64String(BadgeSigning.PublicKey(7, key, default, default).Spki);

        Assert.Contains("Verified OK", OpenSsl(spki, badge.Signature.Span, BadgeText.SignedBytes(badge.PayloadBytes.Span)), StringComparison.Ordinal);
        var other = BadgeText.SignedBytes((BadgeTexts.Payload with { KeyId = 8 }).ToBytes());
        Assert.Contains("failure", OpenSsl(spki, badge.Signature.Span, other), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Keys_on_another_curve_are_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);

        Assert.Throws<ArgumentException>(() => BadgeSigning.Sign(BadgeTexts.Payload, key));
        Assert.Throws<ArgumentException>(() => BadgeSigning.PublicKey(7, key, default, default));
        var planted = BadgeTexts.Key with { Spki = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()) };
        Assert.Throws<CryptographicException>(() => Verify(BadgeTexts.Code, BadgeTexts.Day, planted));
    }

    [Fact]
    public void Unknown_key_id() =>
        Assert.Equal(BadgeVerdict.UnknownKey, Verify(BadgeTexts.Code, BadgeTexts.Day, BadgeTexts.Key with { Kid = 8 }));

    [Fact]
    public void Retired_key_badge_in_date() =>
        Assert.Equal(BadgeVerdict.Valid, Verify(BadgeTexts.Code, new(2027, 6, 1), BadgeTexts.Key));

    [Theory]
    [InlineData("2026-01-01", "2026-03-07", BadgeVerdict.KeyOutOfDate)]
    [InlineData("2026-03-09", "2026-12-31", BadgeVerdict.KeyOutOfDate)]
    [InlineData("2026-03-08", "2026-03-08", BadgeVerdict.Valid)]
    public void A_key_signs_only_badges_that_start_in_its_time(string from, string to, BadgeVerdict verdict)
    {
        var key = BadgeTexts.Key with { ValidFrom = DateOnly.Parse(from), ValidTo = DateOnly.Parse(to) };

        Assert.Equal(verdict, Verify(BadgeTexts.Code, BadgeTexts.Day, key));
    }

    [Theory]
    [InlineData("2026-03-07", BadgeVerdict.NotYetValid)]
    [InlineData("2026-03-08", BadgeVerdict.Valid)]
    [InlineData("2028-03-07", BadgeVerdict.Valid)]
    [InlineData("2028-03-08", BadgeVerdict.Expired)]
    public void A_badge_is_good_from_its_first_to_its_last_day(string day, BadgeVerdict verdict) =>
        Assert.Equal(verdict, Verify(BadgeTexts.Code, DateOnly.Parse(day), BadgeTexts.Key));

    [Fact]
    public void Only_a_badge_can_be_verified() =>
        Assert.Throws<ArgumentException>(() => Verify("33WG-ZJW4-7", BadgeTexts.Day, BadgeTexts.Key));

    private static string OpenSsl(byte[] spki, ReadOnlySpan<byte> signature, byte[] message)
    {
        var folder = Directory.CreateTempSubdirectory("badge");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "key.pem"), PemEncoding.WriteString("PUBLIC KEY", spki));
            File.WriteAllBytes(Path.Combine(folder.FullName, "message"), message);
            File.WriteAllBytes(Path.Combine(folder.FullName, "signature.der"), Der(signature));
            return Tool.Run("openssl", folder.FullName, "dgst", "-sha256", "-verify", "key.pem", "-signature", "signature.der", "message").Output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static byte[] Der(ReadOnlySpan<byte> signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(signature[..32], isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(signature[32..], isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }
}
