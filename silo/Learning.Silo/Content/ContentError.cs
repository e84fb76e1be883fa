namespace Learning.Silo.Content;

/// <summary>One thing that is wrong in the content folder.</summary>
/// <param name="File">Path inside the content folder, with <c>/</c>.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Message">What is wrong and what to do about it, one sentence or two.</param>
public sealed record ContentError(string File, int Line, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
