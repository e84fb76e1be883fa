using YamlDotNet.RepresentationModel;

namespace Learning.Silo.Content;

/// <summary>One mapping of a counting rule file; every key must be asked for, and complaints name the line.</summary>
internal sealed class CountingRuleMapping
{
    private readonly string file;
    private readonly int line;
    private readonly Dictionary<string, (YamlNode Key, YamlNode Value)> entries = new(StringComparer.Ordinal);

    /// <summary>Takes a node that must be a mapping with none but the given keys.</summary>
    public CountingRuleMapping(string file, YamlNode node, params string[] keys)
    {
        this.file = file;
        line = (int)node.Start.Line;
        if (node is not YamlMappingNode mapping) throw Wrong(node, "expected 'key: value' here");
        foreach (var (key, value) in mapping.Children)
        {
            var name = key is YamlScalarNode { Value: { } text } ? text : throw Wrong(key, "a key must be a word");
            if (!keys.Contains(name)) throw Wrong(key, $"unknown key '{name}'; known are {string.Join(", ", keys)}");
            entries.Add(name, (key, value));
        }
    }

    /// <summary>Whether the key is there.</summary>
    public bool Has(string key) => entries.ContainsKey(key);

    /// <summary>The mapping below a key that must be there.</summary>
    public CountingRuleMapping Mapping(string key, params string[] keys) => new(file, Required(key), keys);

    /// <summary>Text that must be there and not be empty.</summary>
    public string Text(string key)
    {
        var node = Required(key);
        return node is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text) ? text.Trim() : throw Wrong(node, $"'{key}' needs a text");
    }

    /// <summary>A value read from text; <paramref name="otherwise"/> if the key is not there.</summary>
    public T Value<T>(string key, T otherwise, Func<string, T?> read, string expected) where T : struct
    {
        if (!Has(key)) return otherwise;
        var text = Text(key);
        return read(text) ?? throw Wrong(key, $"'{key}' is '{text}'; expected {expected}");
    }

    /// <summary>A list of different words, each one of the known; empty if the key is not there.</summary>
    public IReadOnlyList<string> Words(string key, IReadOnlyList<string> known)
    {
        if (!entries.TryGetValue(key, out var entry)) return [];
        if (entry.Value is not YamlSequenceNode list) throw Wrong(entry.Value, $"'{key}' needs a list like [information]");
        var words = new List<string>();
        foreach (var item in list)
        {
            if (item is not YamlScalarNode { Value: { } word } || string.IsNullOrWhiteSpace(word)) throw Wrong(item, $"'{key}' holds something that is not a word");
            if (!known.Contains(word)) throw Wrong(item, $"'{key}' holds '{word}'; known are {string.Join(", ", known)}");
            if (words.Contains(word)) throw Wrong(item, $"'{key}' holds '{word}' twice");
            words.Add(word);
        }

        return words;
    }

    /// <summary>A complaint about the line of a key, or of the mapping if the key is not there.</summary>
    public CountingRuleFileException Wrong(string key, string problem) =>
        entries.TryGetValue(key, out var entry) ? Wrong(entry.Key, problem) : new(file, line, problem);

    private YamlNode Required(string key) => entries.TryGetValue(key, out var entry) ? entry.Value : throw Wrong(key, $"'{key}' is missing");

    private CountingRuleFileException Wrong(YamlNode node, string problem) => new(file, (int)node.Start.Line, problem);
}
