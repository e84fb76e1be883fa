using System.Buffers;
using System.Numerics;

namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Which rows were in which cohort segment when the shard was last compacted, so that a question about few cohorts looks at
/// those alone. Six bytes a row, four a segment that the shard has, and a fifth of a byte for any other: a shard of a large country has few of its segments.
/// </summary>
internal sealed class SegmentIndex
{
    /// <summary>Most people that can be told apart.</summary>
    public const int MostPeople = ushort.MaxValue + 1;

    private const int Step = 512;

    // One bit for each segment that the shard has, and how many there are before each word of them.
    private readonly ulong[] has;
    private readonly int[] before;
    // Of each segment that the shard has: where its rows begin.
    private readonly int[] begin;
    private readonly int[] rowAt;
    private readonly ushort[] placeOf;

    /// <summary>Indexes rows that stand in the order of people, without garbage.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many rows each person has; at most <see cref="MostPeople"/> people.</param>
    public SegmentIndex(RowStore rows, ReadOnlySpan<ushort> count)
    {
        var segments = rows.Segment.AsSpan(0, rows.Count);
        has = new ulong[(Max(segments) >> 6) + 1];
        foreach (var segment in segments) has[segment >> 6] |= 1ul << (segment & 63);
        before = new int[has.Length + 1];
        for (var word = 0; word < has.Length; word++) before[word + 1] = before[word] + BitOperations.PopCount(has[word]);
        begin = new int[before[^1] + 1];
        foreach (var segment in segments) begin[At(segment)]++;
        for (var at = 1; at < begin.Length; at++) begin[at] += begin[at - 1];
        (rowAt, placeOf) = (new int[rows.Count], new ushort[rows.Count]);
        var row = rows.Count;
        for (var place = count.Length - 1; place >= 0; place--)
        {
            for (var left = count[place]; left > 0; left--)
            {
                row--;
                // From the end, which leaves each beginning where it should be.
                rowAt[--begin[At(segments[row])]] = row;
                placeOf[row] = (ushort)place;
            }
        }
    }

    /// <summary>The rows in some segments.</summary>
    /// <param name="segments">Their numbers.</param>
    /// <param name="changed">A bit for each place of which this may say something that is no longer so.</param>
    public FewRows Rows(ReadOnlySpan<int> segments, ulong[] changed)
    {
        var length = (rowAt.Length + 63) >> 6;
        var rented = ArrayPool<ulong>.Shared.Rent(length);
        var bits = rented.AsSpan(0, length);
        bits.Clear();
        var (first, last) = Mark(segments, bits);
        // Mostly near each other, because people of a region are.
        bits = bits[(first >> 6)..((last >> 6) + 1)];
        var rows = SetBits(bits, first & ~63);
        ArrayPool<ulong>.Shared.Return(rented);
        var places = SetBits(changed, 0);
        return new(places, places.Length == 0 ? rows : Array.FindAll(rows, row => !IsSet(changed, placeOf[row])), placeOf);
    }

    private int At(int segment) => before[segment >> 6] + BitOperations.PopCount(has[segment >> 6] & ((1ul << (segment & 63)) - 1));

    // In two steps: the first waits for memory many times at once, because nothing in it depends on what was read.
    private (int First, int Last) Mark(ReadOnlySpan<int> segments, Span<ulong> bits)
    {
        var (first, last) = (bits.Length << 6, -1);
        Span<int> from = stackalloc int[Step], to = stackalloc int[Step];
        while (segments.Length > 0)
        {
            var some = segments[..Math.Min(Step, segments.Length)];
            for (var i = 0; i < some.Length; i++)
            {
                var isKnown = IsSet(has, some[i]);
                var at = isKnown ? At(some[i]) : 0;
                from[i] = isKnown ? begin[at] : 0;
                to[i] = isKnown ? begin[at + 1] : 0;
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

    private static int Max(ReadOnlySpan<int> numbers)
    {
        var max = 0;
        foreach (var number in numbers) max = Math.Max(max, number);
        return max;
    }
}
