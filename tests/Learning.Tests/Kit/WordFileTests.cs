using System.Text.RegularExpressions;
using Learning.Domain.Cohorts;
using Learning.Domain.Courses;
using Learning.Domain.Reach;
using Learning.Domain.Sessions;
using Learning.Domain.Trainees;
using Learning.Web.Words;

namespace Learning.Tests.Kit;

public sealed partial class WordFileTests
{
    private static readonly Wording Mongolian = Wording.In(Language.Mongolian);
    private static readonly Wording English = Wording.In(Language.English);

    [Fact]
    public void Both_languages_have_the_same_keys() =>
        Assert.Equal(Mongolian.Keys.Order(StringComparer.Ordinal), English.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void No_text_is_empty_or_padded_or_markup()
    {
        foreach (var words in new[] { Mongolian, English })
            foreach (var text in words.Keys.Select(key => words.Find(key)!))
                Assert.True(text.Length > 0 && text == text.Trim() && text.IndexOfAny(['<', '>']) < 0, $"'{text}' in {words.Language}");
    }

    [Fact]
    public void Both_languages_fill_in_the_same_values()
    {
        foreach (var key in Mongolian.Keys)
            Assert.True(Placeholders(Mongolian, key).SetEquals(Placeholders(English, key)), key);
    }

    [Fact]
    public void Mongolian_texts_are_in_Cyrillic()
    {
        // Latin letters stand only in names of formats and units, in codes that are typed as they are, in the names of languages,
        // and in what the HTTP API says to programmers.
        string[] known = ["Excel", "XLSX", "CSV", "MB", "PDF", "QR", "Markdown", "OSH", "IATI", "DHIS", "DHIS2", "HXL", "XML", "JSON", "UTC", "SHA"];
        string[] codes = ["accounts.error.role", "audit.hint", "import.form", "reachfile.dhis2.element", "reachfile.dhis2.combo"];
        var latin = Mongolian.Keys
            .Where(key => !key.StartsWith("language.", StringComparison.Ordinal) && !key.StartsWith("problem.", StringComparison.Ordinal) && !codes.Contains(key))
            .Where(key => LatinWord().Replace(Mongolian.Find(key)!, m => known.Contains(m.Value) ? "" : m.Value) is var text
                && LatinWord().IsMatch(text));
        Assert.Empty(latin);
    }

    [Fact]
    public void Counted_texts_have_a_form_for_one_and_for_others()
    {
        foreach (var key in Mongolian.Keys.Where(k => k.EndsWith(".one", StringComparison.Ordinal) && !k.StartsWith("map.", StringComparison.Ordinal)))
            Assert.Contains(key[..^".one".Length] + ".other", Mongolian.Keys);
    }

    [Fact]
    public void Every_state_and_measure_has_its_word()
    {
        Type[] shown = [typeof(CohortState), typeof(EnrolmentState), typeof(Mark), typeof(Sex), typeof(Consent), typeof(Measure), typeof(ReachBy), typeof(RegionKind), typeof(CertificateKind)];
        foreach (var value in shown.SelectMany(type => Enum.GetValues(type).Cast<Enum>()))
            Assert.True(Mongolian.Find(WordKey.Of(value)) is not null, WordKey.Of(value));
        foreach (var measure in Enum.GetValues<Measure>())
            Assert.EndsWith(".", Mongolian.DefinitionOf(measure), StringComparison.Ordinal);
        foreach (var band in AgeBand.All)
            Assert.NotNull(Mongolian.Find("age." + band));
    }

    [Fact]
    public void Keys_of_states_follow_the_convention()
    {
        Assert.Equal("cohort.state.open", WordKey.Of(CohortState.Open));
        Assert.Equal("enrolment.state.notCompleted", WordKey.Of(EnrolmentState.NotCompleted));
        Assert.Equal("mark.late", WordKey.Of(Mark.Late));
    }

    [Fact]
    public void Every_key_written_in_the_pages_exists()
    {
        var missing = Sources()
            .SelectMany(file => KeyInCode().Matches(File.ReadAllText(file)).Select(m => (File: Path.GetFileName(file), m.Groups["method"].Value, Key: m.Groups["key"].Value)))
            .Where(use => Mongolian.Find(use.Value == "Count" ? use.Key + ".other" : use.Key) is null)
            .Select(use => $"{use.File}: {use.Key}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_act_in_the_audit_log_has_its_words()
    {
        var noted = Sources().SelectMany(file => NotedAct().Matches(File.ReadAllText(file)).Select(m => m.Groups["act"].Value)).ToHashSet(StringComparer.Ordinal);
        Assert.True(noted.Count > 30, "What is noted is not found any more.");
        Assert.DoesNotContain(noted, act => Mongolian.Find($"audit.action.{act}") is null);
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Repository(), "web", "Learning.Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".razor" or ".cs")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static HashSet<string> Placeholders(Wording words, string key) =>
        [.. Placeholder().Matches(words.Find(key)!).Select(m => m.Value)];

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at!.FullName, "Learning.sln"))) at = at.Parent;
        return at.FullName;
    }

    [GeneratedRegex("""\.Note\([^;]*?"(?<act>[a-z]+(?:\.[a-zA-Z]+)+)["]""")]
    private static partial Regex NotedAct();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex LatinWord();

    [GeneratedRegex("""\bT(?:\.(?<method>Count)\(|\[)"(?<key>[a-z][A-Za-z0-9.+-]*)"\s*[,\])]""")]
    private static partial Regex KeyInCode();
}
