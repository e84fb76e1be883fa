namespace Learning.Domain.Reach.Columns;

/// <summary>Where to look for the answer to a question about few cohort segments.</summary>
/// <param name="Changed">Places of people whose rows have changed since the shard was indexed: each of theirs may be one.</param>
/// <param name="Rows">The rows of everybody else in those segments, ascending, and so person by person.</param>
/// <param name="FirstRows">The first row of everybody who had rows when the shard was indexed, in the order of places.</param>
internal sealed record FewRows(int[] Changed, int[] Rows, RankedSet FirstRows)
{
    /// <summary>The place of the person at a row.</summary>
    /// <param name="row">One of <see cref="Rows"/>.</param>
    public int PlaceOf(int row) => FirstRows.Below(row + 1) - 1;
}
