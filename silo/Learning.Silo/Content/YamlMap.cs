using System.Globalization;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Learning.Silo.Content;

/// <summary>
/// One YAML mapping. Each key is asked for by name; what nobody asked for is a mistake (<see cref="RefuseTheRest"/>), so that a
/// misspelt <c>passmark</c> doesn't quietly mean "no pass mark".
/// </summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly ContentErrors errors;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    private YamlMap(YamlMappingNode node, string file, ContentErrors errors) => (this.node, this.file, this.errors) = (node, file, errors);

    /// <summary>Line on which it starts.</summary>
    public int Line => (int)node.Start.Line;

    /// <summary>Reads a text whose top is a mapping; notes an error and gives <see langword="null"/> when it is not.</summary>
    /// <param name="file">Path inside the content folder.</param>
    /// <param name="yaml">The text; its line 1 is the file's line 1.</param>
    /// <param name="errors">Where to note what is wrong.</param>
    public static YamlMap? Parse(string file, string yaml, ContentErrors errors)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents.Count == 1 && stream.Documents[0].RootNode is YamlMappingNode top) return new YamlMap(top, file, errors);
            errors.Add(file, 1, "Expected lines of the form key: value.");
        }
        catch (YamlException wrong)
        {
            errors.Add(file, (int)wrong.Start.Line, $"This is not YAML: {wrong.Message.TrimEnd('.')}. Look at the indentation (two spaces a step), and put \" around a text with : or # in it.");
        }

        return null;
    }

    /// <summary>A text that must be there.</summary>
    /// <param name="key">Key.</param>
    public string Text(string key)
    {
        if (TextOrNull(key) is { } text) return text;
        if (IsEmpty(Child(key))) errors.Add(file, Line, $"{key} is missing here. Add a line {key}: …");
        return "";
    }

    /// <summary>A text, or <see langword="null"/> when the key is absent or empty.</summary>
    /// <param name="key">Key.</param>
    public string? TextOrNull(string key)
    {
        var child = Child(key);
        if (IsEmpty(child)) return null;
        if (child is YamlScalarNode { Value: { } value }) return value.Trim();
        WrongAt(child!, $"{key} must be a text on one line.");
        return null;
    }

    /// <summary>A number, or <see langword="null"/> when the key is absent or empty.</summary>
    /// <param name="key">Key.</param>
    /// <param name="least">Least value allowed.</param>
    /// <param name="most">Greatest value allowed.</param>
    public decimal? NumberOrNull(string key, decimal least, decimal most)
    {
        if (TextOrNull(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Wrong(key, FormattableString.Invariant($"{key} is {text}; write a number from {least} to {most}, with a point for decimals."));
        return null;
    }

    /// <summary>A whole number, or <see langword="null"/> when the key is absent or empty.</summary>
    /// <param name="key">Key.</param>
    /// <param name="least">Least value allowed.</param>
    /// <param name="most">Greatest value allowed.</param>
    public int? WholeOrNull(string key, int least, int most)
    {
        if (NumberOrNull(key, least, most) is not { } number) return null;
        if (decimal.IsInteger(number)) return (int)number;
        Wrong(key, $"{key} must be a whole number.");
        return null;
    }

    /// <summary>A number that must be there; <paramref name="least"/> when it is wrong.</summary>
    /// <param name="key">Key.</param>
    /// <param name="least">Least value allowed.</param>
    /// <param name="most">Greatest value allowed.</param>
    public decimal Number(string key, decimal least, decimal most)
    {
        _ = Text(key);
        return NumberOrNull(key, least, most) ?? least;
    }

    /// <summary>A whole number that must be there; <paramref name="least"/> when it is wrong.</summary>
    /// <param name="key">Key.</param>
    /// <param name="least">Least value allowed.</param>
    /// <param name="most">Greatest value allowed.</param>
    public int Whole(string key, int least, int most)
    {
        _ = Text(key);
        return WholeOrNull(key, least, most) ?? least;
    }

    /// <summary>A day written yyyy-MM-dd, or <see langword="null"/> when the key is absent or empty.</summary>
    /// <param name="key">Key.</param>
    public DateOnly? DayOrNull(string key)
    {
        if (TextOrNull(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Wrong(key, $"{key} is {text}; write a day as 2026-03-08.");
        return null;
    }

    /// <summary>One of the words of an enumeration (in camelCase); its default when it is wrong or missing.</summary>
    /// <typeparam name="T">The enumeration.</typeparam>
    /// <param name="key">Key.</param>
    public T Word<T>(string key)
        where T : struct, Enum
    {
        var text = Text(key);
        foreach (var value in Enum.GetValues<T>())
            if (JsonNamingPolicy.CamelCase.ConvertName(value.ToString()) == text) return value;
        if (text.Length > 0) Wrong(key, $"{key} is {text}; write one of {string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
        return default;
    }

    /// <summary>A mapping; notes an error and gives <see langword="null"/> when it is missing or something else.</summary>
    /// <param name="key">Key.</param>
    public YamlMap? Map(string key)
    {
        if (Child(key) is YamlMappingNode map) return new YamlMap(map, file, errors);
        Wrong(key, $"{key} is missing here or has nothing below it. Write its lines below it, indented by two spaces.");
        return null;
    }

    /// <summary>A list of mappings; empty when the key is absent or empty.</summary>
    /// <param name="key">Key.</param>
    public IReadOnlyList<YamlMap> Maps(string key) => [.. Items<YamlMappingNode>(key).Select(item => new YamlMap(item, file, errors))];

    /// <summary>A list of texts; empty when the key is absent or empty.</summary>
    /// <param name="key">Key.</param>
    public IReadOnlyList<string> Texts(string key) => [.. Items<YamlScalarNode>(key).Select(item => item.Value?.Trim() ?? "")];

    /// <summary>Notes an error at a key's line, or at the start of the mapping when the key is absent.</summary>
    /// <param name="key">Key.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Wrong(string key, string message)
    {
        var at = node.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(k => k.Value == key);
        WrongAt(at ?? (YamlNode)node, message);
    }

    /// <summary>Notes an error for every key that nobody asked for. Call it last.</summary>
    public void RefuseTheRest()
    {
        foreach (var key in node.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !asked.Contains(name))
                WrongAt(key, $"Unknown key {key}. Known here: {string.Join(", ", asked.Order(StringComparer.Ordinal))}.");
    }

    private IEnumerable<T> Items<T>(string key)
        where T : YamlNode
    {
        var child = Child(key);
        if (IsEmpty(child)) yield break;
        if (child is not YamlSequenceNode list)
        {
            WrongAt(child!, $"{key} must be a list: one line a thing, each starting with a dash.");
            yield break;
        }

        foreach (var item in list.Children)
            if (item is T wanted) yield return wanted;
            else WrongAt(item, $"This is not what belongs into the list {key}.");
    }

    private static bool IsEmpty(YamlNode? child) =>
        child is null or YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" } || child is YamlScalarNode { Value: { } text } && string.IsNullOrWhiteSpace(text);

    private YamlNode? Child(string key)
    {
        asked.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
    }

    private void WrongAt(YamlNode at, string message) => errors.Add(file, (int)at.Start.Line, message);
}
