using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using System.Xml.XPath;

namespace Learning.Api.Tests.Reach;

/// <summary>
/// Checks an IATI file by the registry's own schema and ruleset, which lie beside the checkout. Knows every kind of rule that the
/// ruleset has for activities; one that it doesn't know is an error, not a pass.
/// </summary>
internal static class IatiRules
{
    /// <summary>Why such tests are skipped; null when they run.</summary>
    public static string? Missing { get; } = Find() is null ? "The folder ../shared/data/iati with the IATI schema and ruleset is not beside this checkout." : null;

    /// <summary>Everything that is wrong with a file, warnings too.</summary>
    public static List<string> Check(byte[] xml)
    {
        var folder = Find()!;
        var found = new List<string>();
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        foreach (var name in (string[])["xml.xsd", "iati-activities-schema.xsd"]) schemas.Add(null, Path.Combine(folder, name));
        var document = XDocument.Load(new MemoryStream(xml));
        document.Validate(schemas, (_, e) => found.Add($"schema: {e.Message}"));
        foreach (var (path, rules) in JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(folder, "standard-ruleset.json")))!.AsObject())
            foreach (var element in document.XPathSelectElements(path, Names)) Check(element, rules!.AsObject(), found);
        return found;
    }

    private static readonly XmlNamespaceManager Names = new(new NameTable());

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            foreach (var near in (string[])["shared", "../shared"])
                if (Path.GetFullPath(Path.Combine(at.FullName, near, "data", "iati")) is var folder && Directory.Exists(folder)) return folder;
        return null;
    }

    private static void Check(XElement at, JsonObject rules, List<string> found)
    {
        foreach (var (kind, rule) in rules)
            foreach (var one in rule!["cases"]!.AsArray())
            {
                if (one!["condition"]?.GetValue<string>() is { } condition && !Holds(at, condition)) continue;
                if (!Passes(at, kind, one.AsObject(), found)) found.Add($"{kind}: {one["ruleInfo"]?["message"]}");
            }
    }

    private static bool Passes(XElement at, string kind, JsonObject rule, List<string> found)
    {
        string Of(string name) => rule[name]!.GetValue<string>();
        var values = rule["paths"] is JsonArray paths ? paths.SelectMany(p => Values(at, p!.GetValue<string>())).ToList() : [];
        switch (kind)
        {
            case "atleast_one": return values.Count > 0;
            case "no_more_than_one": return values.Count <= 1;
            case "unique": return values.Distinct().Count() == values.Count;
            case "no_spaces": return values.All(v => v == v.Trim());
            case "regex_matches": return values.All(v => Regex.IsMatch(v, Of("regex")));
            // Needs the register of organisations, which is nowhere but in the net; the form is checked by regex_matches.
            case "startswith" when rule["prefix"]!.AsArray().Any(p => p!.GetValue<string>() == "ORG-ID-PREFIX"): return true;
            case "startswith":
                var prefixes = rule["prefix"]!.AsArray().SelectMany(p => Values(at, p!.GetValue<string>())).ToList();
                return values.All(v => prefixes.Any(p => v.StartsWith(p + Of("separator"), StringComparison.Ordinal)));
            case "one_or_all": return Values(at, Of("one")).Count > 0 || AllHave(at, Of("all"));
            case "date_now": return Values(at, Of("date")).All(v => DateTimeOffset.Parse(v, CultureInfo.InvariantCulture) <= DateTimeOffset.UtcNow.AddMinutes(1));
            case "date_order": return Values(at, Of("less")).All(less => Values(at, Of("more")).All(more => string.CompareOrdinal(less, more) <= 0));
            case "time_limit": return Values(at, Of("start")).Zip(Values(at, Of("end"))).All(p => Day(p.Second).AddDays(-366) <= Day(p.First));
            case "range": return values.Select(Number).All(n => n >= rule["min"]!.GetValue<double>() && n <= rule["max"]!.GetValue<double>());
            case "strict_sum": return Math.Abs(values.Sum(Number) - rule["sum"]!.GetValue<double>()) < 1e-9;
            case "if_then": return !Holds(at, Of("if")) || Holds(at, Of("then"));
            case "loop":
                foreach (var value in Values(at, Of("foreach")).Distinct())
                    Check(at, JsonNode.Parse(rule["do"]!.ToJsonString().Replace("$1", value, StringComparison.Ordinal))!.AsObject(), found);
                return true;
            default: throw new NotSupportedException($"A rule of the kind {kind}.");
        }
    }

    private static bool AllHave(XElement at, string what) => what switch
    {
        "lang" => at.Descendants("narrative").All(n => n.Attribute(XNamespace.Xml + "lang") is not null),
        "currency" => at.Descendants().Where(e => e.Name.LocalName is "value" or "forecast" or "loan-status").All(e => e.Attribute("currency") is not null),
        _ => at.Elements("transaction").Any() && at.Elements("transaction").All(t => t.XPathSelectElements(what, Names).Any()),
    };

    private static List<string> Values(XElement at, string path) => at.XPathEvaluate(path, Names) is System.Collections.IEnumerable many and not string
        ? [.. many.Cast<object>().Select(o => o switch { XAttribute a => a.Value, XText t => t.Value, _ => ((XElement)o).Value })]
        : throw new NotSupportedException(path);

    private static bool Holds(XElement at, string expression) => at.XPathEvaluate($"boolean({expression})", Names) is true;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
