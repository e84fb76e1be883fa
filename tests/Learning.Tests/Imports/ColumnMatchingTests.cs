using Learning.Domain.Imports;
using Learning.Domain.Text;
using Learning.Tests.Identity;

namespace Learning.Tests.Imports;

public sealed class ColumnMatchingTests
{
    [Fact]
    public void The_headers_of_the_kept_sheets_are_all_understood()
    {
        var match = ColumnMatching.Match([.. SignInSheets.Rows[0].Keys]);
        Assert.Empty(match.Problems);
        Assert.Empty(match.Unused);
        Assert.Equal(23, match.Columns.Count);
        Assert.Equal(11, match.Columns[SheetField.Patronymic]);
    }

    [Fact]
    public void Mongolian_headers_are_understood_however_they_are_typed()
    {
        string[] headers = ["№", "ОВОГ", "Нэр ", "Хүйс", "Төрсөн он:", "Регистрийн дугаар", "Утас", "Аймаг", "Сум", "Сургалт", "Эхэлсэн  огноо", "Өдөр", "Ирц*", "Байгууллага", "Санхүүжүүлэгч", "Тайлбар"];
        var match = ColumnMatching.Match(headers);
        Assert.Empty(match.Problems);
        Assert.Equal([15], match.Unused.AsEnumerable());
        Assert.Equal(0, match.Columns[SheetField.Row]);
        Assert.Equal(1, match.Columns[SheetField.Patronymic]);
        Assert.Equal(9, match.Columns[SheetField.CourseCode]);
        Assert.Equal(14, match.Columns[SheetField.Funders]);
        // In Latin letters, and with the stand-ins of old files.
        Assert.Equal(SheetField.BirthYear, ColumnSynonyms.Find("Torson on"));
        Assert.Equal(SheetField.Days, ColumnSynonyms.Find("єдєр"));
        Assert.Equal(SheetField.RegisterNo, ColumnSynonyms.Find("Регистр №"));
    }

    [Fact]
    public void What_is_missing_and_what_is_there_twice_is_said()
    {
        var match = ColumnMatching.Match(["Нэр", "given_name", "Огноо", "Сум"]);
        Assert.Equal(
            [(ImportProblemKind.ColumnTwice, SheetField.GivenName), (ImportProblemKind.ColumnMissing, SheetField.CourseCode), (ImportProblemKind.ColumnMissing, SheetField.Attended)],
            match.Problems.Select(p => (p.Kind, p.Field!.Value)));
        Assert.Equal("Several columns can be “Given name”: Нэр (1), given_name (2). Choose which one.", ImportErrorText.Say(match.Problems[0], "en"));
        Assert.Equal("“Ирц” багана алга.", ImportErrorText.Say(match.Problems[2], "mn"));
        Assert.Equal([1], match.Unused.AsEnumerable());
    }

    [Fact]
    public void What_the_user_says_goes_before_any_name()
    {
        var match = ColumnMatching.Match(["Нэр", "given_name", "Огноо", "Сум", "Код", "x"], new Dictionary<SheetField, int?>
        {
            [SheetField.GivenName] = 1,
            [SheetField.CourseTitle] = 4,
            [SheetField.Attended] = 5,
            [SheetField.Soum] = null,
            [SheetField.SoumCode] = 3,
            [SheetField.Phone] = 99,
        });
        Assert.Empty(match.Problems);
        Assert.Equal(1, match.Columns[SheetField.GivenName]);
        Assert.Equal(3, match.Columns[SheetField.SoumCode]);
        Assert.False(match.Columns.ContainsKey(SheetField.Soum));
        Assert.False(match.Columns.ContainsKey(SheetField.Phone));
        Assert.Equal([0], match.Unused.AsEnumerable());
    }

    [Fact]
    public void No_name_of_a_column_belongs_to_two_fields()
    {
        foreach (var field in Enum.GetValues<SheetField>())
            Assert.All(ColumnSynonyms.Of(field), name => Assert.Equal(field, ColumnSynonyms.Find(name)));
        Assert.All(Enum.GetValues<SheetField>(), f =>
        {
            Assert.True(MongolianText.HasCyrillic(ImportErrorText.FieldName(f, "mn")));
            Assert.False(MongolianText.HasCyrillic(ImportErrorText.FieldName(f, "en")));
        });
    }
}
