using System.Collections.Immutable;

namespace Learning.Silo.Content;

/// <summary>Gathers what is wrong, so that whoever edits content sees all of it at once and not one mistake a start.</summary>
internal sealed class ContentErrors
{
    private readonly List<ContentError> found = [];

    /// <summary>Notes one.</summary>
    /// <param name="file">Path inside the content folder.</param>
    /// <param name="line">Line, from 1; 0 for the whole file.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Add(string file, int line, string message) => found.Add(new ContentError(file, line, message));

    /// <summary>Throws when any was noted.</summary>
    /// <param name="folder">The content folder.</param>
    /// <exception cref="ContentException">Something is wrong.</exception>
    public void ThrowIfAny(string folder)
    {
        if (found.Count == 0) return;
        throw new ContentException(folder, [.. found.Distinct().OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)]);
    }
}
