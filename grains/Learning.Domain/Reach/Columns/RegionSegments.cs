namespace Learning.Domain.Reach.Columns;

/// <summary>Which cohort segments lie in which region, so that a question about one soum does not look at those of the country.</summary>
internal sealed class RegionSegments
{
    private readonly int[] begin;
    private readonly int[] segments;

    /// <summary>Sorts the segments by region; those that count nowhere are in none.</summary>
    /// <param name="codes">Of each segment, at its number.</param>
    /// <param name="regions">How many regions there are.</param>
    public RegionSegments(ReadOnlySpan<CohortCodes> codes, int regions)
    {
        begin = new int[regions + 1];
        foreach (ref readonly var code in codes)
            if (code.Region >= 0) begin[code.Region]++;
        for (var region = 1; region < begin.Length; region++) begin[region] += begin[region - 1];
        segments = new int[begin[^1]];
        // From the end, which leaves each beginning where it should be and the segments in order.
        for (var segment = codes.Length - 1; segment >= 0; segment--)
            if (codes[segment].Region is >= 0 and var region) segments[--begin[region]] = segment;
    }

    /// <summary>The segments of a region, ascending.</summary>
    /// <param name="region">Its number.</param>
    public ReadOnlySpan<int> this[int region] => region + 1 < begin.Length ? segments.AsSpan(begin[region], begin[region + 1] - begin[region]) : [];
}
