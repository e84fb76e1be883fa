using Learning.Domain.Reach;
using Learning.Silo.Content;

namespace Learning.Tests.Reach;

public sealed class CountingRuleFileTests
{
    private const string Good = """
        version: 3
        measure: reached
        oncePer: reportingYear
        reportingYearStart: 07-15
        minHours: 4.5
        completersOnly: true
        excludeCourseKinds: [information, мэдээлэл]
        title:
          mn: Өөр дүрэм
          en: Another rule
        definition:
          mn: Үүнийг ингэж тоолно.
          en: This is how it counts.
        """;

    public static string Folder
    {
        get
        {
            var at = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(at, "Learning.sln"))) at = Path.GetDirectoryName(at)!;
            return Path.Combine(at, "content", "counting-rules");
        }
    }

    [Fact]
    public void Every_key_of_a_file_is_read()
    {
        var rule = CountingRuleFile.Parse("other-rule.yaml", Good);

        Assert.Equal("other-rule", rule.Id);
        Assert.Equal(3, rule.Version);
        Assert.Equal(Measure.Reached, rule.Measure);
        Assert.Equal(OncePer.ReportingYear, rule.OncePer);
        Assert.Equal(new MonthDay(7, 15), rule.ReportingYearStart);
        Assert.Equal(4.5m, rule.MinHours);
        Assert.True(rule.CompletersOnly);
        Assert.Equal<string>(["information", "мэдээлэл"], rule.ExcludeCourseKinds.ToArray());
        Assert.Equal(("Өөр дүрэм", "Another rule"), (rule.TitleMn, rule.TitleEn));
        Assert.Equal(("Үүнийг ингэж тоолно.", "This is how it counts."), (rule.DefinitionMn, rule.DefinitionEn));
    }

    [Fact]
    public void The_four_rules_ship()
    {
        var rules = CountingRuleFile.ReadFolder(Folder).ToDictionary(r => r.Id);

        Assert.Equal(OncePer.Ever, rules["once-ever"].OncePer);
        Assert.Equal(OncePer.None, rules["cumulative-contacts"].OncePer);
        Assert.Equal((OncePer.ReportingYear, new MonthDay(10, 1)), (rules["once-per-reporting-year"].OncePer, rules["once-per-reporting-year"].ReportingYearStart));
        Assert.Equal((OncePer.Ever, true), (rules["completers-once-ever"].OncePer, rules["completers-once-ever"].CompletersOnly));
        Assert.All(rules.Values, r => Assert.NotEqual("", r.TitleMn + r.DefinitionMn));
    }

    [Theory]
    [InlineData("version: 3", "version: 0", 1, "whole number")]
    [InlineData("version: 3", "version: three", 1, "whole number")]
    [InlineData("version: 3\n", "", 1, "'version' is missing")]
    [InlineData("measure: reached\n", "", 1, "'measure' is missing")]
    [InlineData("oncePer: reportingYear", "oncePer: fortnight", 3, "ever, none, reportingYear, course")]
    [InlineData("oncePer: reportingYear", "onceper: reportingYear", 3, "unknown key 'onceper'")]
    [InlineData("oncePer: reportingYear", "oncePer: reportingYear\noncePer: ever", 4, "oncePer")]
    [InlineData("oncePer: reportingYear", "oncePer: ever", 4, "no meaning")]
    [InlineData("oncePer: reportingYear", "oncePer: none", 3, "counts people")]
    [InlineData("measure: reached", "measure: participations", 3, "which does not")]
    [InlineData("measure: reached", "measure: headcount", 2, "no names")]
    [InlineData("measure: reached", "measure: 1", 2, "expected one of participations")]
    [InlineData("reportingYearStart: 07-15\n", "", 3, "needs 'reportingYearStart'")]
    [InlineData("07-15", "02-29", 4, "every year has")]
    [InlineData("07-15", "7-15", 4, "every year has")]
    [InlineData("4.5", "-1", 5, "number of hours")]
    [InlineData("4.5", "4,5", 5, "number of hours")]
    [InlineData("4.5", "99999", 5, "that many")]
    [InlineData("true", "yes", 6, "true or false")]
    [InlineData("[information, мэдээлэл]", "information", 7, "needs a list")]
    [InlineData("[information, мэдээлэл]", "[information, information]", 7, "twice")]
    [InlineData("  mn: Өөр дүрэм\n", "", 9, "'mn' is missing")]
    [InlineData("mn: Өөр дүрэм", "mn: ''", 9, "needs a text")]
    [InlineData("  en: Another rule", "  en: Another rule\n  ru: Ещё", 11, "unknown key 'ru'")]
    [InlineData("title:", "title", 9, "")]
    [InlineData("version: 3", "version: [3", 1, "not closed")]
    public void A_wrong_line_is_refused_and_named(string right, string wrong, int line, string problem)
    {
        var e = Assert.Throws<CountingRuleFileException>(() => CountingRuleFile.Parse("bad.yaml", Good.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(problem, e.Message, StringComparison.Ordinal);
        Assert.StartsWith($"bad.yaml, line {e.Line}: ", e.Message, StringComparison.Ordinal);
        Assert.Equal(line, e.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("- a\n- b")]
    [InlineData("a: 1\n---\nb: 2")]
    public void A_file_that_is_not_one_rule_is_refused(string yaml) =>
        Assert.Throws<CountingRuleFileException>(() => CountingRuleFile.Parse("bad.yaml", yaml));
}
