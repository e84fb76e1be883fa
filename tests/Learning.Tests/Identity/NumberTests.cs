using System.Text;
using Learning.Domain.Identity;

namespace Learning.Tests.Identity;

public sealed class NumberTests
{
    private static readonly IdentitySecret Secret = SignInSheets.Secret;

    [Theory]
    [InlineData("УБ92031845")]
    [InlineData("уб92031845")]
    [InlineData(" УБ 9203 1845 ")]
    [InlineData("УБ-92031845")]
    [InlineData("УБ92О31845")]
    [InlineData("YБ92031845")]
    public void A_register_number_is_one_however_it_is_written(string written)
    {
        var read = RegisterNumber.Parse(written, Secret);
        Assert.Equal(RegisterNumber.Parse("УБ92031845", Secret), read);
        Assert.Equal("45", read!.Number.LastTwo);
        Assert.Equal(1992, read.BirthYear);
    }

    [Theory]
    [InlineData("ТӨ01231299", 2001)]
    [InlineData("ҮЧ55120100", 1955)]
    [InlineData("TӨ01231299", 2001)]
    [InlineData("ТЄ01231299", 2001)]
    public void The_year_of_birth_is_in_the_number_with_twenty_added_to_the_month_from_2000_on(string number, int year) =>
        Assert.Equal(year, RegisterNumber.Parse(number, Secret)!.BirthYear);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("УБ9203184")]
    [InlineData("УБ920318455")]
    [InlineData("У992031845")]
    [InlineData("ZZ92031845")]
    [InlineData("УБ92131845")]
    [InlineData("УБ92003245")]
    [InlineData("УБ00000000")]
    [InlineData("99112233")]
    [InlineData("=УБ92031845")]
    public void What_is_no_register_number_is_refused(string? written) => Assert.Null(RegisterNumber.Parse(written, Secret));

    [Fact]
    public void Every_register_number_and_phone_of_the_kept_sheets_is_read_and_none_is_kept()
    {
        foreach (var row in SignInSheets.Rows)
        {
            var evidence = SignInSheets.Identity(row).Evidence;
            Assert.Equal(row["register_no"].Length > 0, evidence.Register is not null);
            Assert.Equal(row["phone"].Length > 0, evidence.Phone is not null);
            var everything = evidence + string.Concat(IdentityKeys.Of(evidence));
            if (row["register_no"].Length > 0) Assert.DoesNotContain(row["register_no"][2..], everything, StringComparison.Ordinal);
            if (row["phone"].Length > 0) Assert.DoesNotContain(row["phone"], everything, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("99112233")]
    [InlineData("+976 9911-2233")]
    [InlineData("97699112233")]
    [InlineData("(976) 9911 22 33")]
    [InlineData("0097699112233")]
    public void A_phone_is_one_however_it_is_written(string written) =>
        Assert.Equal(PhoneNumber.Parse("99112233", Secret), PhoneNumber.Parse(written, Secret));

    [Theory]
    [InlineData("00000000")]
    [InlineData("99999999")]
    [InlineData("12345678")]
    [InlineData("9911223")]
    [InlineData("991122334")]
    [InlineData("байхгүй")]
    [InlineData("99112233, 88112233")]
    [InlineData("")]
    public void What_is_no_phone_or_stands_for_none_is_refused(string written) => Assert.Null(PhoneNumber.Parse(written, Secret));

    [Fact]
    public void The_hash_needs_the_secret_and_tells_phone_and_register_apart()
    {
        var other = new IdentitySecret(Encoding.UTF8.GetBytes("another secret for tests of 32 bytes"));
        Assert.NotEqual(PhoneNumber.Parse("99112233", Secret)!.Hash, PhoneNumber.Parse("99112233", other)!.Hash);
        Assert.NotEqual(Secret.Hash("phone", "x"), Secret.Hash("register", "x"));
        Assert.Equal(43, Secret.Hash("phone", "x").Length);
        // RFC 4231 has no case with these bytes; this one was computed with openssl dgst -sha256 -hmac.
        Assert.Equal(Expected, Secret.Hash("phone", "99112233"));
        Assert.DoesNotContain("secret for", Secret.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_secret_is_refused() => Assert.Throws<ArgumentException>(() => new IdentitySecret(new byte[31]));

    private const string Expected = "VP9YnfVY4MzRit3z2L3iHZsSxpV1G6inultYCbO3KhQ";
}
