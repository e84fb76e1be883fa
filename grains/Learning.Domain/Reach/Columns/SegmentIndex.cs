namespace Learning.Domain.Reach.Columns;

/// <summary>
/// Who had rows in which cohort segment when the shard was last compacted, so that a question about few cohorts looks at
/// their people alone. Three bytes a row: entries are sorted by segment, and of a segment's number only the last byte is
/// kept, because each 256 numbers have a place where they begin.
/// </summary>
internal sealed class SegmentIndex
{
    /// <summary>Most people that can be told apart.</summary>
    public const int MostPeople = ushort.MaxValue + 1;

    private readonly int[] begin;
    private readonly byte[] lastByte;
    private readonly ushort[] people;

    /// <summary>Indexes rows that stand in the order of people, without garbage.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="count">How many rows each person has; at most <see cref="MostPeople"/> people.</param>
    public SegmentIndex(RowStore rows, ReadOnlySpan<ushort> count)
    {
        var segments = rows.Segment.AsSpan(0, rows.Count);
        var next = new int[rows.Count == 0 ? 1 : 2 + Max(segments)];
        foreach (var segment in segments) next[segment + 1]++;
        for (var segment = 1; segment < next.Length; segment++) next[segment] += next[segment - 1];
        begin = new int[(next.Length >> 8) + 2];
        for (var bucket = 0; bucket < begin.Length; bucket++) begin[bucket] = bucket << 8 < next.Length ? next[bucket << 8] : rows.Count;
        (lastByte, people) = (new byte[rows.Count], new ushort[rows.Count]);
        var row = 0;
        for (var person = 0; person < count.Length; person++)
        {
            for (var end = row + count[person]; row < end; row++)
            {
                var at = next[segments[row]]++;
                lastByte[at] = (byte)segments[row];
                people[at] = (ushort)person;
            }
        }
    }

    /// <summary>Sets the bit of everybody with a row in one of the segments.</summary>
    public void Mark(ReadOnlySpan<int> segments, Span<ulong> bits)
    {
        foreach (var segment in segments)
        {
            var bucket = segment >> 8;
            if (bucket >= begin.Length - 1) continue;
            var (from, to) = (begin[bucket], begin[bucket + 1]);
            var found = lastByte.AsSpan(from, to - from).IndexOf((byte)segment);
            if (found < 0) continue;
            for (var at = from + found; at < to && lastByte[at] == (byte)segment; at++) bits[people[at] >> 6] |= 1ul << (people[at] & 63);
        }
    }

    private static int Max(ReadOnlySpan<int> numbers)
    {
        var max = 0;
        foreach (var number in numbers) max = Math.Max(max, number);
        return max;
    }
}
