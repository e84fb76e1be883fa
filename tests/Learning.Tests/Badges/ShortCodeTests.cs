using CsCheck;
using Learning.Domain.Badges;

namespace Learning.Tests.Badges;

public sealed class ShortCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Theory] // Worked out in Python with hashlib and logarithm tables of GF(32).
    [InlineData("00a1b2c3d4e5f6ff", "33WGZJW47", "33WG-ZJW4-7")]
    [InlineData("0000000000000000", "KMTTQVYNA", "KMTT-QVYN-A")]
    [InlineData("ffffffffffffffff", "68WDQ4M45", "68WD-Q4M4-5")]
    public void A_badge_id_has_one_short_code(string badgeId, string code, string printed)
    {
        Assert.Equal(code, ShortCode.Of(badgeId));
        Assert.Equal(printed, ShortCode.Printed(code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00A1B2C3D4E5F6FF")]
    [InlineData("00a1b2c3d4e5f6f")]
    [InlineData("00a1b2c3d4e5f6fg")]
    public void Something_else_than_a_badge_id_has_none(string badgeId) =>
        Assert.Throws<ArgumentException>(() => ShortCode.Of(badgeId));

    [Theory]
    [InlineData("KMTT-QVYN-A")]
    [InlineData(" kmtt qvyn a ")]
    [InlineData("KMTTQVYNA")]
    [InlineData("k m t t – q v y n — a\n")]
    [InlineData("КМТТ-QVYN-А")] // К, М, Т, Т and the last А are Cyrillic
    [InlineData("KMTT-QUҮN-A")] // U for V, Cyrillic Ү for Y
    public void What_people_type_is_understood(string typed)
    {
        Assert.True(ShortCode.TryRead(typed, out var code));
        Assert.Equal("KMTTQVYNA", code);
        Assert.True(BadgeText.TryParse(typed, out var badge));
        Assert.Equal((BadgeTextKind.ShortCode, "KMTTQVYNA"), (badge.Kind, badge.ShortCode));
    }

    [Fact]
    public void O_and_I_and_L_are_read_as_zero_and_one()
    {
        var code = Enumerable.Range(0, 1000).Select(i => ShortCode.Of(i.ToString("x16")))
            .First(text => text.Contains('0', StringComparison.Ordinal) && text.Count(c => c == '1') > 1);
        var one = code.IndexOf('1', StringComparison.Ordinal);
        var typed = (code[..one] + 'I' + code[(one + 1)..]).Replace('1', 'l').Replace('0', 'o');

        Assert.True(ShortCode.TryRead(typed, out var read));
        Assert.Equal(code, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("KMTT-QVYN")]
    [InlineData("KMTT-QVYN-AA")]
    [InlineData("KMTT-QVYN-*")]
    [InlineData("Болормаа")]
    public void Anything_else_is_not_a_short_code(string? typed) => Assert.False(ShortCode.TryRead(typed, out _));

    [Fact]
    public void Every_single_wrong_character_is_noticed()
    {
        const string code = "KMTTQVYNA";
        var accepted =
            from at in Enumerable.Range(0, code.Length)
            from other in Alphabet
            where other != code[at] && ShortCode.TryRead(code[..at] + other + code[(at + 1)..], out _)
            select (at, other);

        Assert.Empty(accepted);
    }

    [Fact]
    public void Every_exchange_of_two_characters_is_noticed()
    {
        Gen.Select(Gen.Byte.Array[8], Gen.Int[0, 8], Gen.Int[0, 8]).Sample((id, a, b) =>
        {
            var code = ShortCode.Of(Convert.ToHexStringLower(id));
            var swapped = code.ToCharArray();
            (swapped[a], swapped[b]) = (swapped[b], swapped[a]);
            return ShortCode.TryRead(new string(swapped), out _) == (code[a] == code[b]);
        });
    }

    [Fact]
    public void New_badge_ids_are_valid_and_different()
    {
        var ids = Enumerable.Range(0, 1000).Select(_ => BadgeId.New()).ToHashSet();

        Assert.Equal(1000, ids.Count);
        Assert.All(ids, id => Assert.True(BadgeId.IsValid(id)));
    }
}
