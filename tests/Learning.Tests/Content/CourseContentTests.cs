using System.Globalization;
using System.Text.RegularExpressions;
using Learning.Domain.Courses;
using Learning.Silo.Content;
using Learning.Tests.Identity;

namespace Learning.Tests.Content;

public sealed partial class CourseContentTests
{
    private static readonly LearningContent Content = LearningContent.Load(ContentCopy.Original);

    [Fact]
    public void The_courses_are_those_of_the_sheets_with_their_titles_and_days()
    {
        var taught = SignInSheets.Rows.Select(r => (r["course_code"], r["course_title"], int.Parse(r["days"], CultureInfo.InvariantCulture))).ToHashSet();

        Assert.Equal(10, taught.Count);
        Assert.Equal(taught, Content.Courses.Select(c => (c.Code, c.TitleMn, c.Days)).ToHashSet());
    }

    [Fact]
    public void Completion_asks_for_hours_only_as_the_sheets_truth_does() =>
        Assert.All(Content.Courses, c => Assert.Equal(new CompletionRule(0.8m, null), c.Completion));

    [Fact]
    public void Sessions_share_the_hours_out_to_the_last_minute() =>
        Assert.All(Content.Courses, c => Assert.Equal(c.Hours, Enumerable.Repeat(c.Hours / c.Days, c.Days).Sum()));

    [Fact]
    public void Only_the_training_of_trainers_is_of_another_kind()
    {
        Assert.Equal("trainingOfTrainers", Content.Course("TOT-201")!.Kind);
        Assert.All(Content.Courses.Where(c => c.Code != "TOT-201"), c => Assert.Equal("training", c.Kind));
        Assert.Equal(new CertificateRule(CertificateKind.Completion, 24), Content.Course("RES-101")!.Certificate);
        Assert.Equal(new CertificateRule(CertificateKind.Attendance), Content.Course("GEN-101")!.Certificate);
        Assert.Null(Content.Course("OSH-999"));
    }

    [Fact]
    public void Both_outlines_say_the_same_things_each_in_its_own_script()
    {
        foreach (var course in Content.Courses)
        {
            // As many headings and list items in both: an outline that lost a day in translation differs here.
            Assert.Equal(Marks(course.OutlineEn), Marks(course.OutlineMn));
            Assert.InRange(course.OutlineMn.Split('\n').Length, 25, 60);
            Assert.True(course.OutlineMn.Count(c => c is >= 'А' and <= 'ө' or 'ү' or 'Ү') > 500, course.Code);
            Assert.Contains('ө', course.OutlineMn);
            Assert.Contains('ү', course.OutlineMn);
            Assert.DoesNotContain(course.OutlineEn, c => c is >= 'Ѐ' and <= 'ӿ');
        }
    }

    [Fact]
    public void No_Mongolian_word_has_a_Latin_letter_that_looks_Cyrillic() =>
        Assert.All(Content.Courses.SelectMany(c => (string[])[c.TitleMn, c.OutlineMn]), text => Assert.DoesNotMatch(MixedWord(), text));

    [Fact]
    public void Outlines_are_shown_as_headings_and_lists()
    {
        var html = OutlineHtml.Render(Content.Course("FRM-101")!.OutlineMn);

        Assert.Contains("<h3>2 дахь өдөр. Шимт хөрс</h3>", html, StringComparison.Ordinal);
        Assert.Contains("<li>Шимт хөрсийг өнгө, үндэс, зузаанаар нь ялгах</li>", html, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Marks(string outline) => MarkOfLine().Matches(outline).Select(m => m.Value);

    [GeneratedRegex(@"^(#+|-|\d+\.)(?= )", RegexOptions.Multiline)]
    private static partial Regex MarkOfLine();

    [GeneratedRegex("[А-Яа-яЁёӨөҮү][A-Za-z]|[A-Za-z][А-Яа-яЁёӨөҮү]")]
    private static partial Regex MixedWord();
}
