using CsCheck;
using Learning.Domain.Text;

namespace Learning.Tests.Imports;

public sealed class CsvTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData(" =1", "' =1")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"Ө\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"Ө\"\")\"")]
    [InlineData("-", "'-")]
    public void A_cell_that_a_spreadsheet_would_compute_is_made_text(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Theory]
    [InlineData("-12.5")]
    [InlineData("+97699112233")]
    [InlineData("-1e5")]
    [InlineData("Өлзий")]
    [InlineData("Бат-Эрдэнэ")]
    [InlineData("а=б")]
    [InlineData("")]
    public void Numbers_and_ordinary_text_stay_as_they_are(string text) => Assert.Equal(text, CsvText.Cell(text));

    [Theory]
    [InlineData("а,б", "\"а,б\"")]
    [InlineData("а;б", "\"а;б\"")]
    [InlineData("а \"б\"", "\"а \"\"б\"\"\"")]
    [InlineData("а\nб", "\"а\nб\"")]
    [InlineData(" а", "\" а\"")]
    public void Cells_are_quoted_where_they_must_be(string text, string cell) => Assert.Equal(cell, CsvText.Cell(text));

    [Fact]
    public void Numbers_have_a_point_whatever_the_culture()
    {
        Assert.Equal("-1234.5", CsvText.Cell(-1234.5m));
        Assert.Equal("", CsvText.Cell((decimal?)null));
        Assert.Equal("а,,'=б\r\n", CsvText.Line(["а", null, "=б"]));
    }

    [Fact]
    public void Whatever_is_written_is_read_back_and_never_begins_a_formula() =>
        Gen.String.Array[1, 5].Where(cells => !cells.Any(c => c.Contains('\0') || c.Any(char.IsSurrogate) || c.Contains('\uFEFF')) && cells.Any(c => !string.IsNullOrWhiteSpace(c))).Sample(cells =>
        {
            var names = cells.Select((_, i) => $"c{i}").ToList();
            using var file = Sheets.Open(CsvText.Line(names) + CsvText.Line(cells) + CsvText.Line(names));
            var read = file.Lines().First().Cells;
            Assert.Equal(cells.Length, read.Count);
            foreach (var (text, cell) in cells.Zip(read))
            {
                Assert.True(cell == text || cell == "'" + text);
                Assert.False(cell.AsSpan().TrimStart(' ') is ['=' or '@' or '\t' or '\r', ..]);
            }
        }, iter: 2_000);
}
