using System.Buffers;
using System.Numerics;

namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Which rows were in which cohort segment when the shard was last compacted, so that a question about few cohorts looks at
/// those alone. Four and a fifth bytes a row, four a segment that the shard has, and a fifth of a byte for any other: a shard of a large country has few of its segments.
/// </summary>
internal sealed class SegmentIndex
{
    private const int Step = 512;

    // The segments that the shard has, and the rows of each.
    private readonly RankedSet has;
    private readonly Groups rowsOf;
    private readonly RankedSet firstRows;

    /// <summary>Indexes rows that stand in the order of people.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="firstRows">The first row of everybody who has any. Nobody without rows has a place before one of them.</param>
    public SegmentIndex(RowStore rows, ReadOnlySpan<int> firstRows)
    {
        (this.firstRows, has) = (new(firstRows), new(rows.Segment.AsSpan(0, rows.Count)));
        var segments = rows.Segment;
        rowsOf = new(rows.Count, has.Count, row => has.Below(segments[row]));
    }

    /// <summary>The rows in some segments.</summary>
    /// <param name="segments">Their numbers.</param>
    /// <param name="changed">A bit for each place of which this may say something that is no longer so.</param>
    public FewRows Rows(ReadOnlySpan<int> segments, ulong[] changed)
    {
        var length = (rowsOf.Members.Length + 63) >> 6;
        var rented = ArrayPool<ulong>.Shared.Rent(length);
        var bits = rented.AsSpan(0, length);
        bits.Clear();
        var (first, last) = Mark(segments, bits);
        // Mostly near each other, because people of a region are.
        bits = bits[(first >> 6)..((last >> 6) + 1)];
        var rows = SetBits(bits, first & ~63);
        ArrayPool<ulong>.Shared.Return(rented);
        var places = SetBits(changed, 0);
        var few = new FewRows(places, rows, firstRows);
        return places.Length == 0 ? few : few with { Rows = Array.FindAll(rows, row => !IsSet(changed, few.PlaceOf(row))) };
    }

    // In two steps: the first waits for memory many times at once, because nothing in it depends on what was read.
    private (int First, int Last) Mark(ReadOnlySpan<int> segments, Span<ulong> bits)
    {
        var (first, last) = (bits.Length << 6, -1);
        var rowAt = rowsOf.Members;
        Span<int> from = stackalloc int[Step], to = stackalloc int[Step];
        while (segments.Length > 0)
        {
            var some = segments[..Math.Min(Step, segments.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                var isKnown = has.Has(some[i]);
                var at = isKnown ? has.Below(some[i]) : 0;
                from[i] = isKnown ? rowsOf.Begin(at) : 0;
                to[i] = isKnown ? rowsOf.Begin(at + 1) : 0;
            }

            for (var i = 0; i < some.Length; i++)
            {
                for (var at = from[i]; at < to[i]; at++)
                {
                    var row = rowAt[at];
                    bits[row >> 6] |= 1ul << (row & 63);
                    (first, last) = (Math.Min(first, row), Math.Max(last, row));
                }
            }

            segments = segments[some.Length..];
        }

        return last < 0 ? (0, -1) : (first, last);
    }

    private static int[] SetBits(ReadOnlySpan<ulong> bits, int from)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        var (set, found) = (new int[count], 0);
        for (var word = 0; word < bits.Length; word++)
            for (var left = bits[word]; left != 0; left &= left - 1) set[found++] = from + (word << 6 | BitOperations.TrailingZeroCount(left));
        return set;
    }

    private static bool IsSet(ulong[] bits, int at) => at >> 6 < bits.Length && (bits[at >> 6] >> (at & 63) & 1) != 0;
}
