using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Learning.Web.Words;

/// <summary>
/// The word files <c>Words/{concept}.{language}.json</c>, embedded: flat objects of key and text. Every key starts with its
/// file's concept (<c>reach.title</c> is in <c>reach.mn.json</c>), so no key can be in two files.
/// </summary>
public static class WordFiles
{
    private static readonly JsonSerializerOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>All texts of one language by key.</summary>
    /// <param name="language">The language.</param>
    /// <exception cref="InvalidOperationException">A file is missing, is malformed, has a key twice or a key of another concept.</exception>
    public static FrozenDictionary<string, string> Read(Language language)
    {
        var ending = $".{language.Code()}.json";
        var assembly = typeof(WordFiles).Assembly;
        var files = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Words/", StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .ToList();
        if (files.Count == 0) throw new InvalidOperationException($"No word file *{ending} is embedded.");
        return files
            .SelectMany(file => ReadFile(assembly, file, file["Words/".Length..^ending.Length]))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> ReadFile(Assembly assembly, string file, string concept)
    {
        using var stream = assembly.GetManifestResourceStream(file)!;
        Dictionary<string, string> texts;
        try
        {
            texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream, Strict)
                ?? throw new InvalidOperationException($"{file} is empty.");
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"{file}: {error.Message}", error);
        }

        var stranger = texts.Keys.FirstOrDefault(key => !key.StartsWith(concept + ".", StringComparison.Ordinal));
        return stranger is null
            ? texts
            : throw new InvalidOperationException($"{file} holds the key {stranger}; its keys start with {concept}.");
    }
}
