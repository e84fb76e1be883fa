using Learning.Web.Words;

namespace Learning.Web.Api.Problems;

/// <summary>What is wrong with the fields of a request, in keys of words; they become words in the caller's language.</summary>
public sealed class FieldErrors
{
    private readonly List<(string Field, string Key, object?[] Args)> found = [];

    /// <summary>Whether anything is wrong.</summary>
    public bool Any => found.Count > 0;

    /// <summary>One field, one error.</summary>
    /// <param name="field">As the request names it, e.g. <c>grants[1].share</c>.</param>
    /// <param name="key">A key of words.</param>
    /// <param name="args">What the words name.</param>
    public static FieldErrors Of(string field, string key, params object?[] args)
    {
        var errors = new FieldErrors();
        errors.Add(field, key, args);
        return errors;
    }

    /// <summary>Notes an error.</summary>
    /// <param name="field">As the request names it.</param>
    /// <param name="key">A key of words.</param>
    /// <param name="args">What the words name.</param>
    public void Add(string field, string key, params object?[] args) => found.Add((field, key, args));

    /// <summary>The map of RFC 9457's <c>errors</c>: field → messages.</summary>
    /// <param name="words">The caller's language.</param>
    public IReadOnlyDictionary<string, string[]> In(IWords words) =>
        found.GroupBy(e => e.Field).ToDictionary(g => g.Key, g => g.Select(e => words[e.Key, e.Args]).Distinct().ToArray());
}
