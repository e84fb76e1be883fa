using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Which region codes a query accepts and in which row each falls: the child of the queried region that contains it,
/// the queried region itself for what sits directly on it, and, at the root, the empty key for codes that are missing
/// or not in the tree: a national total must not lose people because a place was not written down.
/// </summary>
internal static class RegionScope
{
    /// <summary>The row key of a region code, or <see langword="null"/> if it is outside the queried region.</summary>
    public static string? KeyOf(ReachQuestion question, string code)
    {
        var (tree, region) = (question.Regions, question.Query.Region);
        if (tree.Find(code) is null) return region == tree.Root.Code ? "" : null;
        if (code == region) return code;
        return tree.ChildContaining(code, region)?.Code;
    }

    /// <summary>The row key of each region in the book, numbered in <paramref name="keys"/>; −1 outside.</summary>
    public static int[] Keys(ReachQuestion question, CodeBook regions, CodeBook keys) =>
        regions.Select(code => KeyOf(question, code) is { } key ? keys.Number(key) : -1);
}
