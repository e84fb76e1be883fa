namespace Learning.Web.Kit;

/// <summary>One step of the way to a page.</summary>
/// <param name="Text">The words shown.</param>
/// <param name="Href">Where it leads; <see langword="null"/> for the page itself, the last one.</param>
public sealed record Crumb(string Text, string? Href = null);
