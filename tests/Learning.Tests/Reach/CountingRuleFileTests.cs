using Learning.Domain.Reach;
using Learning.Silo.Content;
using Learning.Tests.Content;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

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
        excludeCourseKinds: [information, trainingOfTrainers]
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
        Assert.Equal<string>(["information", "trainingOfTrainers"], rule.ExcludeCourseKinds.ToArray());
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
    [InlineData("[information, trainingOfTrainers]", "information", 7, "needs a list")]
    [InlineData("[information, trainingOfTrainers]", "[information, information]", 7, "twice")]
    // A kind nobody knows would quietly leave nothing out.
    [InlineData("[information, trainingOfTrainers]", "[мэдээлэл]", 7, "holds 'мэдээлэл'; known are")]
    [InlineData("[information, trainingOfTrainers]", "[information, trainingOfTrainers, training]", 7, "nothing would ever count")]
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
    [InlineData("oncePer: ever", "oncePer: sometimes", "counting-rules/once-ever.yaml:4: ")]
    [InlineData("measure: reached", "measure: participations", "counting-rules/once-ever.yaml:4: ")]
    public void A_wrong_rule_stops_the_start_and_says_which_line(string right, string wrong, string said)
    {
        using var content = new ContentCopy();
        content.Replace("counting-rules/once-ever.yaml", right, wrong);

        var e = Assert.Throws<ContentException>(() => Start(content));

        Assert.StartsWith(said, Assert.Single(e.Errors).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_rule_that_holds_where_none_is_named_nothing_starts()
    {
        using var content = new ContentCopy();
        content.Delete("counting-rules/once-ever.yaml");

        Assert.Contains("counting-rules/once-ever.yaml", Assert.Throws<ContentException>(() => Start(content)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing")]
    [InlineData("- a\n- b")]
    [InlineData("a: 1\n---\nb: 2")]
    public void A_file_that_is_not_one_rule_is_refused(string yaml) =>
        Assert.Throws<CountingRuleFileException>(() => CountingRuleFile.Parse("bad.yaml", yaml));

    private static void Start(ContentCopy content) => new ServiceCollection().AddLearningContent(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(ContentFolder.Setting, content.Folder)]).Build());
}
