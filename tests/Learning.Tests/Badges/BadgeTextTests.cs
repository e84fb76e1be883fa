using CsCheck;
using Learning.Domain.Badges;

namespace Learning.Tests.Badges;

public sealed class BadgeTextTests
{
    private const string Url = "HTTPS://LEARNING.EXAMPLE.MN/B/" + BadgeTexts.Code;

    [Fact]
    public void A_badge_made_by_another_program_is_read_field_by_field()
    {
        Assert.True(BadgeText.TryParse(Url, out var badge));

        Assert.Equal(BadgeTextKind.Badge, badge.Kind);
        Assert.Equal(BadgeTexts.Payload, badge.Payload);
        Assert.Equal("010700a1b2c3d4e5f6ff08d20bac", Convert.ToHexStringLower(badge.PayloadBytes.Span));
        Assert.Equal(64, badge.Signature.Length);
    }

    [Fact]
    public void The_payload_is_written_as_the_protocol_says()
    {
        Assert.Equal("010700a1b2c3d4e5f6ff08d20bac", Convert.ToHexStringLower(BadgeTexts.Payload.ToBytes()));
    }

    [Fact]
    public void What_is_signed_starts_with_the_purpose()
    {
        var signed = BadgeText.SignedBytes(BadgeTexts.Payload.ToBytes());

        Assert.Equal("4c4541524e494e472d424144474501" + "010700a1b2c3d4e5f6ff08d20bac", Convert.ToHexStringLower(signed));
    }

    [Theory]
    [InlineData("https://learning.example.mn/b/" + BadgeTexts.Code)]
    [InlineData("HTTPS://ANOTHER.HOST/B/" + BadgeTexts.Code)]
    [InlineData("HTTP://127.0.0.1:5080/B/" + BadgeTexts.Code)]
    [InlineData("  " + Url + "\r\n")]
    [InlineData(BadgeTexts.Code)]
    public void Host_case_and_the_scanners_enter_do_not_matter(string scanned)
    {
        Assert.True(BadgeText.TryParse(scanned, out var badge));
        Assert.Equal(BadgeTexts.Payload, badge.Payload);
        Assert.True(BadgeText.TryParse(scanned.ToLowerInvariant(), out badge));
        Assert.Equal(BadgeTexts.Payload, badge.Payload);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("WIFI:S:NETWORK;T:WPA;P:PASSWORD;;")]
    [InlineData("https://learning.example.mn/")]
    [InlineData("https://learning.example.mn/B/")]
    [InlineData("https://learning.example.mn/b/about")]
    [InlineData("HTTPS:///B/" + BadgeTexts.Code)]
    [InlineData("HTTPS://LEARNING.EXAMPLE.MN/C/" + BadgeTexts.Code)]
    [InlineData("HTTPS://LEARNING.EXAMPLE.MN/X/B/" + BadgeTexts.Code)]
    [InlineData("HTTPS://LEARNING.EXAMPLE.MN/?/B/" + BadgeTexts.Code)]
    [InlineData("FTP://LEARNING.EXAMPLE.MN/B/" + BadgeTexts.Code)]
    [InlineData("LEARNING.EXAMPLE.MN/B/" + BadgeTexts.Code)]
    [InlineData("/B/" + BadgeTexts.Code)]
    [InlineData(Url + "A")]
    [InlineData(Url + "AAAAAAAA")]
    [InlineData(Url + "=")]
    [InlineData(Url + "/")]
    [InlineData(Url + "?X=1")]
    [InlineData(Url + "#")]
    [InlineData("Өвөр Үүдэн")]
    public void A_text_that_is_not_ours_is_foreign(string scanned)
    {
        Assert.False(BadgeText.TryParse(scanned, out var badge));
        Assert.Equal(BadgeTextKind.Foreign, badge.Kind);
        Assert.Null(badge.Payload);
    }

    [Fact]
    public void Nothing_is_foreign() => Assert.Equal(BadgeTextKind.Foreign, BadgeTexts.Parse(null!).Kind);

    [Fact]
    public void Each_shorter_text_is_refused()
    {
        for (var length = 0; length < Url.Length; length++)
            Assert.False(BadgeText.TryParse(Url[..length], out _), $"the first {length} characters");
    }

    [Fact]
    public void A_left_over_bit_that_is_not_zero_is_refused()
    {
        // 125 characters hold one bit more than 78 bytes; the last character, '4', must have it zero, so '5' is no text of ours.
        Assert.Equal('4', Url[^1]);

        Assert.Equal(BadgeTextKind.Foreign, BadgeTexts.Parse(Url[..^1] + '5').Kind);
    }

    [Theory]
    [InlineData(0x02, 78)]
    [InlineData(0x11, 78)]
    [InlineData(0xF1, 130)]
    [InlineData(0x00, 40)]
    public void A_version_from_the_future_says_update_the_app(byte version, int length)
    {
        var bytes = new byte[length];
        bytes[0] = version;

        Assert.False(BadgeText.TryParse("HTTPS://LEARNING.EXAMPLE.MN/B/" + Base32.Encode(bytes), out var badge));

        Assert.Equal(BadgeTextKind.UnknownVersion, badge.Kind);
    }

    [Fact]
    public void Days_out_of_order_are_foreign()
    {
        var bytes = BadgeTexts.Payload.ToBytes();
        (bytes[10], bytes[12]) = (bytes[12], bytes[10]);

        Assert.False(BadgeText.TryParse(BadgeText.Code(bytes, new byte[64]), out _));
        Assert.Throws<InvalidOperationException>(() => (BadgeTexts.Payload with { NotAfter = new(2026, 3, 7) }).ToBytes());
    }

    [Fact]
    public void Any_badge_comes_back_as_it_was_written()
    {
        var days = Gen.Int[0, 65535];
        Gen.Select(Gen.Byte, Gen.Byte.Array[8], days, days, Gen.Byte.Array[64]).Sample((kid, id, a, b, signature) =>
        {
            var payload = new BadgePayload(
                1, kid, Convert.ToHexStringLower(id), BadgePayload.FirstDay.AddDays(Math.Min(a, b)), BadgePayload.FirstDay.AddDays(Math.Max(a, b)));
            var url = BadgeText.Url(new("http://learning.example.mn:5080/x?y"), BadgeText.Code(payload.ToBytes(), signature));

            return url.StartsWith("HTTP://LEARNING.EXAMPLE.MN:5080/B/", StringComparison.Ordinal)
                && BadgeText.TryParse(url, out var badge)
                && badge.Payload == payload
                && badge.Signature.Span.SequenceEqual(signature);
        });
    }

    [Fact]
    public void Base32_agrees_with_the_test_vectors_of_RFC_4648()
    {
        string[] plain = ["", "f", "fo", "foo", "foob", "fooba", "foobar"];
        string[] coded = ["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"];

        Assert.Equal(coded, plain.Select(text => Base32.Encode(System.Text.Encoding.ASCII.GetBytes(text))));
        Assert.All(coded, text => Assert.True(Base32.TryDecode(text, out _)));
        Assert.All(["M", "MZX", "MZXW6Y", "MZ", "M1", "MZXQ=", "MZXÖ"], text => Assert.False(Base32.TryDecode(text, out _)));
    }

    [Fact]
    public void Only_one_text_stands_for_given_bytes()
    {
        Gen.String[Gen.Char["ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"], 0, 40].Sample(text =>
            !Base32.TryDecode(text, out var bytes) || Base32.Encode(bytes) == text);
    }

    [Fact]
    public void Of_a_foreign_text_only_the_hash_is_kept()
    {
        // printf 'Сайн байна уу' | sha256sum
        Assert.Equal("64015f7e5c865c432db837b7b3e61b13b30fe05a8cc50eac3cd3051c66469060", BadgeText.HashOf("Сайн байна уу"));
    }
}
