using CsCheck;
using Learning.Domain.Certificates;

namespace Learning.Tests.Paper;

public sealed class CertificateNumberTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Theory] // Worked out in Python with hmac and logarithm tables of GF(32).
    [InlineData("cohort-1", "trainee-1", 1, "S7FBFNPMNQ09F176")]
    [InlineData("cohort-1", "trainee-1", 2, "Y2ND957W0H64X339")]
    [InlineData("бүлэг-Ө", "суралцагч-Ү", 1, "7WEHDTNV3FY9CWND")]
    public void The_same_certificate_has_the_same_number_for_ever(string cohort, string trainee, int serial, string number) =>
        Assert.Equal(number, CertificateNumber.Of(Key, cohort, trainee, serial));

    [Fact]
    public void Another_key_gives_another_number()
    {
        byte[] other = [.. Key.Reverse()];

        Assert.NotEqual(CertificateNumber.Of(Key, "c", "t", 1), CertificateNumber.Of(other, "c", "t", 1));
        Assert.Throws<ArgumentException>(() => CertificateNumber.Of(Key.AsSpan(1), "c", "t", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CertificateNumber.Of(Key, "c", "t", 0));
    }

    [Fact]
    public void The_ids_do_not_run_into_each_other() =>
        Assert.NotEqual(CertificateNumber.Of(Key, "ab", "c", 1), CertificateNumber.Of(Key, "a", "bc", 1));

    [Theory]
    [InlineData("S7FB-FNPM-NQ09-F176")]
    [InlineData("s7fb fnpm nqo9 fI76")]
    [InlineData("S7FBFNPMNQO9FL76")]
    [InlineData("S7FВ-FNРМ-NQӨ9-F176")] // Cyrillic В, Р, М, Ө
    public void What_people_type_is_understood(string typed)
    {
        Assert.True(CertificateNumber.TryRead(typed, out var number));
        Assert.Equal("S7FBFNPMNQ09F176", number);
        Assert.Equal("S7FB-FNPM-NQ09-F176", CertificateNumber.Printed(number));
    }

    [Fact]
    public void Every_number_is_read_back_and_a_wrong_character_is_noticed()
    {
        const string all = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        Gen.Select(Gen.String, Gen.String, Gen.Int[1, 1000], Gen.Int[0, 15], Gen.Int[1, 31]).Sample((cohort, trainee, serial, at, by) =>
        {
            var number = CertificateNumber.Of(Key, cohort, trainee, serial);
            var wrong = number.ToCharArray();
            wrong[at] = all[(all.IndexOf(wrong[at], StringComparison.Ordinal) + by) % 32];
            return CertificateNumber.TryRead(CertificateNumber.Printed(number), out var read) && read == number
                && !CertificateNumber.TryRead(new string(wrong), out _);
        });
    }

    [Fact]
    public void Twenty_thousand_numbers_are_different_and_spread_over_the_alphabet()
    {
        var numbers = Enumerable.Range(1, 20_000).Select(i => CertificateNumber.Of(Key, "cohort", $"t{i}", 1)).ToHashSet();

        Assert.Equal(20_000, numbers.Count);
        // 625 each is expected of 32 first characters, with a standard deviation of 25.
        Assert.All(numbers.CountBy(number => number[0]), first => Assert.InRange(first.Value, 475, 775));
    }
}
