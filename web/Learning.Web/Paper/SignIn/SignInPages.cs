namespace Learning.Web.Paper.SignIn;

/// <summary>
/// Divides a sign-in sheet into pages. The server does it rather than the browser, because then every browser repeats the
/// head, numbers the pages and never cuts a row.
/// </summary>
internal static class SignInPages
{
    /// <summary>Rows of 12.2 mm on a page: 220 of the 297 mm, the rest is head, foot and margins.</summary>
    public const int RowsPerPage = 18;

    /// <summary>The pages, at least one; a null row is a blank one for a walk-in.</summary>
    /// <param name="rows">The roster.</param>
    /// <param name="blankRows">Least number of blank rows; the last page is filled up with more.</param>
    public static IReadOnlyList<IReadOnlyList<SignInRow?>> Divide(IReadOnlyList<SignInRow> rows, int blankRows)
    {
        var needed = Math.Max(1, rows.Count + blankRows);
        var all = (needed + RowsPerPage - 1) / RowsPerPage * RowsPerPage;
        return [.. rows.Concat(Enumerable.Repeat<SignInRow?>(null, all - rows.Count)).Chunk(RowsPerPage)];
    }
}
