using System.Text.RegularExpressions;
using Learning.Domain.Imports;
using Learning.Domain.Text;

namespace Learning.Tests.Imports;

public sealed class ImportErrorTextTests
{
    [Fact]
    public void Every_problem_has_words_in_both_languages_with_the_same_values()
    {
        foreach (var kind in Enum.GetValues<ImportProblemKind>())
        {
            var problem = ImportProblem.Of(kind, 7);
            var mongolian = ImportErrorText.Say(problem, "mn");
            var english = ImportErrorText.Say(problem, "en-US");
            Assert.True(MongolianText.HasCyrillic(mongolian), mongolian);
            Assert.False(MongolianText.HasCyrillic(english), english);
            Assert.Equal(Holes(mongolian), Holes(english));
        }

        static IEnumerable<string> Holes(string text) => Regex.Matches(text, @"\{\w+\}").Select(m => m.Value).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Long_values_are_cut() =>
        Assert.Equal(ImportProblem.LongestValue + 1, ImportProblem.Of(ImportProblemKind.CourseUnknown, 1, null, ("value", new string('х', 500))).Values["value"].Length);

    [Fact]
    public void A_problem_is_of_the_file_of_the_row_or_only_a_warning()
    {
        Assert.True(ImportProblem.Of(ImportProblemKind.ColumnTwice).RefusesFile);
        Assert.True(ImportProblem.Of(ImportProblemKind.RowTwice).IsError);
        Assert.False(ImportProblem.Of(ImportProblemKind.RowTwice).RefusesFile);
        Assert.False(ImportProblem.Of(ImportProblemKind.RowRepeated).IsError);
    }
}
