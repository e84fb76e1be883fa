namespace Learning.Web.Paper.Badges;

/// <summary>
/// The size of a name on a badge: as large as the badge allows, so that it is read across a room, and never below 24 points
/// but for names that would not fit on three lines then. Sizes are classes of print.css, as pages carry no styles of their own.
/// </summary>
internal static class BadgeNameSize
{
    // The width of a name in points: 90 mm, less 3 % as the browser may break lines a little differently.
    private const float Width = 90 / 25.4f * 72 * 0.97f;

    private static readonly (int Points, int Lines)[] Sizes = [(34, 1), (30, 2), (27, 2), (24, 3), (18, 4), (14, 5), (11, 6)];

    /// <summary>Size in points: 34, 30, 27, 24, 18, 14 or 11.</summary>
    /// <param name="name">The name.</param>
    /// <param name="fitter">What measures.</param>
    public static int Of(string name, TextFitter fitter)
    {
        foreach (var (points, lines) in Sizes)
        {
            var style = new TextStyle(points, points, Width, lines, Bold: true);
            // With the next smaller size allowed, the fitter says by shrinking that this one would break inside a word.
            if (fitter.Fit(name, style with { LeastSize = points - 0.5f }) is { } fitted && fitted.Size == points && fitted.Lines.Count <= lines)
                return points;
        }

        return Sizes[^1].Points;
    }
}
