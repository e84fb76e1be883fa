using System.Collections.Immutable;

namespace Learning.Silo.Content;

/// <summary>The content folder can't be used as it is. Says everything that is wrong, each with file and line.</summary>
public sealed class ContentException : Exception
{
    /// <summary>Tells what is wrong in a content folder.</summary>
    /// <param name="folder">The content folder.</param>
    /// <param name="errors">What is wrong, in the order of files and lines.</param>
    public ContentException(string folder, ImmutableArray<ContentError> errors)
        : base($"The content in {folder} has {(errors.Length == 1 ? "1 mistake" : $"{errors.Length} mistakes")}:{Environment.NewLine}"
            + string.Join(Environment.NewLine, errors.Select(e => $"  {e}"))) => Errors = errors;

    /// <summary>What is wrong, in the order of files and lines.</summary>
    public ImmutableArray<ContentError> Errors { get; }
}
