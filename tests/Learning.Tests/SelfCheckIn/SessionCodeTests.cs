using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Learning.Domain.Badges;
using Learning.Domain.Checkin.SelfCheckIn;
using Learning.Domain.Ids;
using Learning.Domain.Sessions;
using Learning.Web.Pages.SelfCheckIn;

namespace Learning.Tests.SelfCheckIn;

/// <summary>The rotating code on the trainer's screen.</summary>
public sealed class SessionCodeTests
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)(i * 7))];
    private static readonly DateTimeOffset Now = new(2026, 3, 10, 2, 0, 7, TimeSpan.Zero);
    private static readonly string Session = SessionId.Of(LearningId.From("cohort", "1"), 2);

    private static readonly Gen<string> Ids = Gen.Byte.Array[16].Select(bytes => new Guid(bytes)).Select(g => LearningId.From("any", g.ToString()));

    [Fact]
    public void It_is_an_address_that_a_camera_opens_and_a_QR_code_packs()
    {
        var url = SessionCode.Url(new Uri("https://learning.example.mn/whatever"), Session, SessionCode.StepAt(Now), Key);

        Assert.Matches("^HTTPS://LEARNING\\.EXAMPLE\\.MN/C/[A-Z2-7]{53}$", url);
        Assert.True(url.All(c => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".Contains(c)));
    }

    /// <summary>Made again by hand from the description of the layout.</summary>
    [Fact]
    public void Its_bytes_are_the_described_ones() =>
        Gen.Select(Ids, Gen.Int[1, 999], Gen.UInt).Sample((cohort, number, step) =>
        {
            var id = cohort.Aggregate(BigInteger.Zero, (sum, c) => sum * 32 + Alphabet.IndexOf(c, StringComparison.Ordinal)).ToByteArray(isUnsigned: true, isBigEndian: true);
            byte[] head = [1, .. new byte[16 - id.Length], .. id, (byte)(number / 256), (byte)(number % 256), (byte)(step >> 24), (byte)(step >> 16), (byte)(step >> 8), (byte)step];
            using var mac = new HMACSHA256(Key);
            byte[] expected = [.. head, .. mac.ComputeHash([.. Encoding.ASCII.GetBytes("LEARNING-SESSION"), 1, .. head])[..10]];

            Assert.True(Base32.TryDecode(SessionCode.Code($"{cohort}/{number}", step, Key), out var bytes));
            Assert.Equal(expected, bytes);
        }, iter: 2_000);

    [Fact]
    public void Whatever_is_made_is_read_in_either_case_and_known_by_its_key_alone() =>
        Gen.Select(Ids, Gen.Int[1, 999], Gen.UInt).Sample((cohort, number, step) =>
        {
            var text = SessionCode.Code($"{cohort}/{number}", step, Key);
            foreach (var written in (string[])[text, text.ToLowerInvariant()])
            {
                Assert.True(SessionCode.TryParse(written, out var code));
                Assert.Equal(($"{cohort}/{number}", step), (code.SessionId, code.Step));
                Assert.True(code.IsMadeWith(Key));
                Assert.False(code.IsMadeWith([.. Key[..31], 1]));
            }
        }, iter: 2_000);

    [Fact]
    public void One_bit_flipped_is_never_ours()
    {
        Assert.True(Base32.TryDecode(SessionCode.Code(Session, SessionCode.StepAt(Now), Key), out var bytes));
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            byte[] flipped = [.. bytes];
            flipped[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.False(SessionCode.TryParse(Base32.Encode(flipped), out var code) && code.IsMadeWith(Key), $"bit {bit}");
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABC")]
    [InlineData("HTTPS://LEARNING.EXAMPLE.MN/C/AAAA")]
    [InlineData("ӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨӨ")]
    public void Anything_else_is_no_code(string? text) => Assert.False(SessionCode.TryParse(text, out _));

    [Fact]
    public void One_character_more_or_less_is_no_code()
    {
        var text = SessionCode.Code(Session, SessionCode.StepAt(Now), Key);
        foreach (var wrong in (string[])[text + "A", text[..^1], " " + text, text + "="]) Assert.False(SessionCode.TryParse(wrong, out _));
    }

    [Theory]
    [InlineData(-45, false)]
    [InlineData(-30, false)]
    [InlineData(-15, true)]
    [InlineData(0, true)]
    [InlineData(15, true)]
    [InlineData(30, false)]
    public void It_is_good_on_the_screen_and_one_step_around_it(int seconds, bool good)
    {
        Assert.True(SessionCode.TryParse(SessionCode.Code(Session, SessionCode.StepAt(Now), Key), out var code));
        Assert.Equal(good, code.IsShownAt(Now.AddSeconds(seconds)));
    }

    [Fact]
    public void It_changes_every_quarter_of_a_minute()
    {
        var minute = new DateTimeOffset(2026, 3, 10, 2, 0, 0, TimeSpan.Zero);
        var codes = Enumerable.Range(0, 60).Select(s => SessionCode.Code(Session, SessionCode.StepAt(minute.AddSeconds(s)), Key)).ToList();
        Assert.Equal([15, 15, 15, 15], codes.CountBy(c => c).Select(c => c.Value));
    }

    [Fact]
    public void An_id_and_its_bytes_stand_for_each_other() =>
        Ids.Sample(id =>
        {
            Assert.Equal(16, LearningId.ToBytes(id).Length);
            Assert.Equal(id, LearningId.OfBytes(LearningId.ToBytes(id)));
        }, iter: 2_000);

    [Fact]
    public void What_is_no_session_has_no_code()
    {
        Assert.Throws<ArgumentException>(() => SessionCode.Code("nothing", 1, Key));
        Assert.Throws<ArgumentException>(() => LearningId.ToBytes(new string('z', 26)));
    }

    [Fact]
    public void Wrong_codes_are_limited_by_address_and_right_ones_never_counted()
    {
        using var limit = new WrongCodeLimit();
        var (one, other) = (System.Net.IPAddress.Parse("10.0.0.1"), System.Net.IPAddress.Parse("10.0.0.2"));
        for (var i = 0; i < 500; i++) Assert.True(limit.Allows(one));
        for (var i = 0; i < WrongCodeLimit.EachMinute; i++) limit.Wrong(one);

        Assert.False(limit.Allows(one));
        Assert.True(limit.Allows(other));
    }
}
