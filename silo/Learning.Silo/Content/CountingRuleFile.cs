using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Learning.Domain.Courses;
using Learning.Domain.Reach;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Learning.Silo.Content;

/// <summary>
/// Reads counting rules from content/counting-rules. A rule decides what a donor is told, so nothing in a file is
/// guessed or passed over: an unknown key or a contradiction stops the program, naming the line.
/// </summary>
public static class CountingRuleFile
{
    /// <summary>Reads all rules of a folder, in the order of their ids.</summary>
    /// <param name="folder">Path of content/counting-rules.</param>
    /// <exception cref="CountingRuleFileException">A file is wrong.</exception>
    public static ImmutableArray<CountingRule> ReadFolder(string folder)
    {
        ImmutableArray<CountingRule> rules = [.. Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal).Select(path => Parse(Path.GetFileName(path), File.ReadAllText(path)))];
        return rules.Any(rule => rule.Id == CountingRules.Default) ? rules
            : throw new CountingRuleFileException($"{CountingRules.Default}.yaml", 1, "this file is missing; it is the rule that holds where none is named");
    }

    /// <summary>Reads one rule.</summary>
    /// <param name="file">File name; without its ending it is the id of the rule.</param>
    /// <param name="yaml">Contents of the file.</param>
    /// <exception cref="CountingRuleFileException">The file is wrong.</exception>
    public static CountingRule Parse(string file, string yaml)
    {
        var root = new CountingRuleMapping(
            file, Root(file, yaml), "version", "measure", "oncePer", "reportingYearStart", "minHours", "completersOnly", "excludeCourseKinds", "title", "definition");
        var title = root.Mapping("title", "mn", "en");
        var definition = root.Mapping("definition", "mn", "en");
        // Both decide what is counted, so a rule without them is not taken to mean the usual.
        foreach (var key in (string[])["version", "measure", "oncePer"]) root.Text(key);
        var rule = new CountingRule
        {
            Id = Path.GetFileNameWithoutExtension(file),
            Version = root.Value("version", 1, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n > 0 ? n : null, "a whole number from 1"),
            TitleMn = title.Text("mn"),
            TitleEn = title.Text("en"),
            DefinitionMn = definition.Text("mn"),
            DefinitionEn = definition.Text("en"),
            Measure = root.Value("measure", Measure.Reached, OneOf<Measure>, Names<Measure>()),
            OncePer = root.Value("oncePer", OncePer.Ever, OneOf<OncePer>, Names<OncePer>()),
            ReportingYearStart = root.Value("reportingYearStart", MonthDay.NewYear, text => MonthDay.TryParse(text, out var day) ? day : null, "a day that every year has, as MM-dd"),
            MinHours = root.Value("minHours", 0m, text => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) ? hours : null, "a number of hours"),
            CompletersOnly = root.Value("completersOnly", false, text => text switch { "true" => true, "false" => false, _ => null }, "true or false"),
            ExcludeCourseKinds = [.. root.Words("excludeCourseKinds", CourseKinds.All)],
        };
        RefuseContradictions(root, rule);
        return rule;
    }

    private static YamlNode Root(string file, string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        try
        {
            var stream = new YamlStream();
            stream.Load(parser);
            return stream.Documents.Count == 1 ? stream.Documents[0].RootNode
                : throw new CountingRuleFileException(file, 1, $"expected one rule; found {stream.Documents.Count}");
        }
        catch (YamlException e)
        {
            throw new CountingRuleFileException(file, (int)e.Start.Line, e.InnerException?.Message ?? e.Message);
        }
        catch (InvalidOperationException)
        {
            // YamlDotNet does not say where an unclosed bracket made it stumble; it was reading after this token.
            throw new CountingRuleFileException(file, (int)(parser.Current?.End.Line ?? 1), "this is not YAML; is a bracket or quote not closed?");
        }
    }

    private static void RefuseContradictions(CountingRuleMapping root, CountingRule rule)
    {
        var ofPeople = rule.Measure is Measure.Reached or Measure.Completed or Measure.Certified or Measure.FirstTime;
        if (rule.Measure == Measure.Headcount) throw root.Wrong("measure", "headcounts have no names, so no rule can say how often one of them counts");
        if (ofPeople && rule.OncePer == OncePer.None) throw root.Wrong("oncePer", $"'none' counts participations, but the measure is {Name(rule.Measure)}, which counts people");
        if (!ofPeople && rule.OncePer != OncePer.None) throw root.Wrong("oncePer", $"'{Name(rule.OncePer)}' counts people, but the measure is {Name(rule.Measure)}, which does not");
        if (rule.OncePer == OncePer.ReportingYear && !root.Has("reportingYearStart")) throw root.Wrong("oncePer", "once per reporting year needs 'reportingYearStart'");
        if (rule.OncePer != OncePer.ReportingYear && root.Has("reportingYearStart")) throw root.Wrong("reportingYearStart", $"a reporting year has no meaning once per '{Name(rule.OncePer)}'");
        if (rule.ExcludeCourseKinds.Length == CourseKinds.All.Count) throw root.Wrong("excludeCourseKinds", "it leaves out every kind of course, so that nothing would ever count");
        if (rule.MinHours > 10_000) throw root.Wrong("minHours", "nobody can attend that many hours");
    }

    private static T? OneOf<T>(string text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (Name(value) == text) return value;
        return null;
    }

    // The names of the wire, from the same attributes.
    private static string Name<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToElement(value).GetString()!;

    private static string Names<T>() where T : struct, Enum => "one of " + string.Join(", ", Enum.GetValues<T>().Select(Name));
}
