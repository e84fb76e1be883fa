using Learning.Domain.Imports;
using Learning.Domain.Trainees;

namespace Learning.Tests.Imports;

public sealed class SheetCellsTests
{
    [Theory]
    [InlineData("2019-03-08")]
    [InlineData("2019.03.08")]
    [InlineData("2019.3.8")]
    [InlineData("2019/03/08")]
    [InlineData("08/03/2019")]
    [InlineData("8.3.2019")]
    [InlineData("2019-03-08 00:00:00")]
    [InlineData("2019-03-08T09:30")]
    [InlineData("2019.03.08.")]
    [InlineData("2019 оны 3 сарын 8")]
    [InlineData("2019 оны 03-р сарын 08-ны өдөр")]
    [InlineData("43532")]
    [InlineData("43532.5")]
    public void A_day_is_read_in_every_usual_way(string cell) => Assert.Equal(new DateOnly(2019, 3, 8), SheetCells.Date(cell));

    [Theory]
    [InlineData("2019-02-30")]
    [InlineData("30/02/2019")]
    [InlineData("2019")]
    [InlineData("03/08/19")]
    [InlineData("өчигдөр")]
    [InlineData("12/31/2019")]
    [InlineData("")]
    [InlineData("2019 оны 13 сарын 1")]
    public void What_is_no_day_is_none(string cell) => Assert.Null(SheetCells.Date(cell));

    [Theory]
    [InlineData("эр", Sex.Male)]
    [InlineData("ЭРЭГТЭЙ", Sex.Male)]
    [InlineData("M", Sex.Male)]
    [InlineData("male", Sex.Male)]
    [InlineData("эм", Sex.Female)]
    [InlineData("Эмэгтэй", Sex.Female)]
    [InlineData("F.", Sex.Female)]
    [InlineData("", Sex.NotStated)]
    [InlineData("-", Sex.NotStated)]
    [InlineData("other", Sex.Other)]
    [InlineData("7", null)]
    public void Sex_is_read_in_both_languages(string cell, Sex? sex) => Assert.Equal(sex, SheetCells.SexOf(cell));

    [Theory]
    [InlineData("1;0;1", "101")]
    [InlineData("1, 0, 1", "101")]
    [InlineData("1 0 1", "101")]
    [InlineData("1|+|✓", "111")]
    [InlineData("1;;0", "1?0")]
    [InlineData("тийм/Үгүй", "10")]
    [InlineData("1", "1")]
    [InlineData("2;1", null)]
    [InlineData("101", null)]
    [InlineData("<script>", null)]
    public void Marks_are_read_in_every_usual_way(string cell, string? marks) =>
        Assert.Equal(marks, SheetCells.Attended(cell) is { } read ? string.Concat(read.Select(m => m switch { true => "1", false => "0", _ => "?" })) : null);

    [Theory]
    [InlineData("64", 64.0)]
    [InlineData("64%", 64.0)]
    [InlineData("63,5", 63.5)]
    [InlineData("16/20", 80.0)]
    [InlineData("0", 0.0)]
    [InlineData("100", 100.0)]
    [InlineData("101", null)]
    [InlineData("-1", null)]
    [InlineData("21/20", null)]
    [InlineData("1/0", null)]
    [InlineData("1e2", null)]
    [InlineData("сайн", null)]
    public void A_score_is_percent_or_points_out_of_points(string cell, double? percent) => Assert.Equal((decimal?)percent, SheetCells.Score(cell)?.Percent);

    [Theory]
    [InlineData("1992", 1992)]
    [InlineData("1992 он", 1992)]
    [InlineData("1992.0", 1992)]
    [InlineData("1992-03-18", 1992)]
    [InlineData("92", null)]
    [InlineData("2018", null)]
    [InlineData("1890", null)]
    public void A_year_of_birth_fits_the_day_of_the_training(string cell, int? year) => Assert.Equal(year, SheetCells.BirthYear(cell, new DateOnly(2019, 3, 8)));
}
