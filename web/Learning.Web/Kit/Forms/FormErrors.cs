using System.Collections;

namespace Learning.Web.Kit.Forms;

/// <summary>What is wrong with a submitted form, in the order of its fields. Empty when it is right.</summary>
public sealed class FormErrors : IReadOnlyCollection<FormError>
{
    private readonly List<FormError> errors = [];

    /// <summary>How many.</summary>
    public int Count => errors.Count;

    /// <summary>The first message about a field, or <see langword="null"/>.</summary>
    /// <param name="field">Name of the field.</param>
    public string? this[string field] => errors.Find(e => e.Field == field)?.Message;

    /// <summary>The errors of a problem-details answer: field → messages.</summary>
    /// <param name="problems">RFC 9457 <c>errors</c>.</param>
    public static FormErrors From(IEnumerable<KeyValuePair<string, string[]>> problems)
    {
        var all = new FormErrors();
        foreach (var (field, messages) in problems)
            foreach (var message in messages) all.Add(field, message);
        return all;
    }

    /// <summary>Adds one.</summary>
    /// <param name="field">Name of the field, or empty.</param>
    /// <param name="message">How to fix it.</param>
    public void Add(string field, string message) => errors.Add(new FormError(field, message));

    /// <inheritdoc/>
    public IEnumerator<FormError> GetEnumerator() => errors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
