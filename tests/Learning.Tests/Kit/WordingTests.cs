using System.Globalization;
using Learning.Domain.Sessions;
using Learning.Web.Words;

namespace Learning.Tests.Kit;

public sealed class WordingTests
{
    private static readonly Wording Mongolian = Wording.In(Language.Mongolian);
    private static readonly Wording English = Wording.In(Language.English);
    private static readonly DateTimeOffset Now = new(2026, 3, 8, 6, 5, 0, TimeSpan.Zero);

    [Fact]
    public void Days_months_and_moments_are_written_as_each_language_does()
    {
        var day = new DateOnly(2026, 3, 8);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ulaanbaatar");

        Assert.Equal("2026.03.08", Mongolian.Date(day));
        Assert.Equal("8 March 2026", English.Date(day));
        Assert.Equal("2026.03", Mongolian.Month(day));
        Assert.Equal("Mar 2026", English.Month(day));
        Assert.Equal("2026.03.08 – 2026.03.10", Mongolian.Period(day, day.AddDays(2)));
        Assert.Equal("2026.03.08", Mongolian.Period(day, day));
        Assert.Equal("2026.03.08 14:05", Mongolian.Moment(Now, zone));
    }

    [Theory]
    [InlineData(10500, "10,500")]
    [InlineData(12.5, "12.5")]
    [InlineData(0, "0")]
    [InlineData(-1234567.891, "-1,234,567.89")]
    public void Numbers_are_grouped_whatever_the_culture_of_the_machine(double value, string written)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        Assert.Equal(written, Mongolian.Number((decimal)value));
        CultureInfo.CurrentCulture = before;
    }

    [Theory]
    [InlineData(0.81, "81%")]
    [InlineData(0.999, "99%")]
    [InlineData(0.001, "1%")]
    [InlineData(1, "100%")]
    [InlineData(0, "0%")]
    public void A_share_is_never_rounded_to_all_or_nothing(double share, string written) =>
        Assert.Equal(written, Mongolian.Percent((decimal)share));

    [Theory]
    [InlineData(10, "дөнгөж сая")]
    [InlineData(5 * 60, "5 минутын өмнө")]
    [InlineData(2 * 3600, "2 цагийн өмнө")]
    [InlineData(30 * 3600, "өчигдөр")]
    [InlineData(5 * 86400, "5 өдрийн өмнө")]
    [InlineData(400 * 86400, "1 жилийн өмнө")]
    [InlineData(-3 * 3600, "3 цагийн дараа")]
    public void Relative_times_are_Mongolian_words(int secondsAgo, string words) =>
        Assert.Equal(words, Mongolian.Ago(Now.AddSeconds(-secondsAgo), Now));

    [Fact]
    public void Relative_times_in_English_come_from_Humanizer() =>
        Assert.Equal("2 hours ago", English.Ago(Now.AddHours(-2), Now));

    [Fact]
    public void Counts_choose_their_form()
    {
        Assert.Equal("1 person", English.Count("trainee.people", 1));
        Assert.Equal("10,500 people", English.Count("trainee.people", 10500));
        Assert.Equal("10,500 хүн", Mongolian.Count("trainee.people", 10500));
    }

    [Fact]
    public void States_speak_both_languages()
    {
        Assert.Equal("Хоцорсон", Mongolian.Of(Mark.Late));
        Assert.Equal("Late", English.Of(Mark.Late));
    }

    [Fact]
    public void A_key_that_is_not_there_is_an_error() =>
        Assert.Throws<KeyNotFoundException>(() => Mongolian["no.such.key"]);

    [Fact]
    public void Names_sort_as_in_Mongolian()
    {
        string[] names = ["Ялалт", "Өлзий", "Оюун", "Үүрийнтуяа", "Пүрэв", "Уянга", "Фатима"];
        Assert.Equal(["Оюун", "Өлзий", "Пүрэв", "Уянга", "Үүрийнтуяа", "Фатима", "Ялалт"], names.Order(Mongolian.NameOrder));
    }

    [Fact]
    public void A_name_without_English_is_shown_in_Mongolian()
    {
        Assert.Equal("Төв", English.Pick("Төв", ""));
        Assert.Equal("Tuv", English.Pick("Төв", "Tuv"));
        Assert.Equal("Төв", Mongolian.Pick("Төв", "Tuv"));
    }
}
