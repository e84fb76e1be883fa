namespace Learning.Web.Kit;

/// <summary>One entry of the main menu.</summary>
/// <param name="Href">Path from the root, e.g. <c>/reach</c>.</param>
/// <param name="Text">The word shown.</param>
public sealed record NavItem(string Href, string Text)
{
    /// <summary>Whether it is needed seldom, and stands behind "more" so that a menu of many entries keeps to one row.</summary>
    public bool IsRare { get; init; }

    /// <summary>Whether the page at <paramref name="path"/> is this entry's or lies below it.</summary>
    /// <param name="path">Path from the root, without query.</param>
    public bool Covers(string path) =>
        string.Equals(path, Href, StringComparison.OrdinalIgnoreCase)
        || (Href != "/" && path.StartsWith(Href + "/", StringComparison.OrdinalIgnoreCase));
}
