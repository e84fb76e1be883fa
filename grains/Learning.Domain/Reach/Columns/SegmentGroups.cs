namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Which cohort segments lie in which region, teach which course or are funded in which way, so that a question about one of them does not look at those
/// of the country.
/// </summary>
internal sealed class SegmentGroups
{
    private readonly int[] begin;
    private readonly int[] segments;

    /// <summary>Sorts the segments by one of their codes; those that count nowhere are in no group.</summary>
    /// <param name="codes">Of each segment, at its number.</param>
    /// <param name="groups">How many groups there are.</param>
    /// <param name="groupOf">The number of a segment's group.</param>
    public SegmentGroups(ReadOnlySpan<CohortCodes> codes, int groups, Func<CohortCodes, int> groupOf)
    {
        begin = new int[groups + 1];
        foreach (ref readonly var code in codes)
            if (code.Region >= 0) begin[groupOf(code)]++;
        for (var group = 1; group < begin.Length; group++) begin[group] += begin[group - 1];
        segments = new int[begin[^1]];
        // From the end, which leaves each beginning where it should be and the segments in order.
        for (var segment = codes.Length - 1; segment >= 0; segment--)
            if (codes[segment].Region >= 0) segments[--begin[groupOf(codes[segment])]] = segment;
    }

    /// <summary>How many segments are in some groups.</summary>
    /// <param name="groups">Whether each group is meant, at its number; one that came later has none.</param>
    public int Count(ReadOnlySpan<bool> groups)
    {
        var count = 0;
        for (var group = 0; group < groups.Length; group++)
            if (groups[group]) count += this[group].Length;
        return count;
    }

    /// <summary>The segments of some groups.</summary>
    /// <param name="groups">Whether each group is meant, at its number.</param>
    public int[] Of(ReadOnlySpan<bool> groups)
    {
        var (of, count) = (new int[Count(groups)], 0);
        for (var group = 0; group < groups.Length; group++)
        {
            if (!groups[group]) continue;
            this[group].CopyTo(of.AsSpan(count));
            count += this[group].Length;
        }

        return of;
    }

    private ReadOnlySpan<int> this[int group] => group + 1 < begin.Length ? segments.AsSpan(begin[group], begin[group + 1] - begin[group]) : [];
}
