using System.Collections.Immutable;
using System.Globalization;

namespace Learning.Domain.Devices;

/// <summary>A run of scan numbers.</summary>
/// <param name="First">First number.</param>
/// <param name="Last">Last number, included.</param>
public sealed record SeqRange(long First, long Last)
{
    /// <summary>The numbers missing between 1 and the highest there is: "scans 41-43 missing".</summary>
    /// <param name="ranges">What is there, in order and apart.</param>
    public static IEnumerable<SeqRange> Missing(IEnumerable<SeqRange> ranges)
    {
        var next = 1L;
        foreach (var range in ranges)
        {
            if (range.First > next) yield return new SeqRange(next, range.First - 1);
            next = range.Last + 1;
        }
    }

    /// <summary>Ranges as text: <c>1-40 44</c>.</summary>
    /// <param name="ranges">The ranges.</param>
    public static string Text(IEnumerable<SeqRange> ranges) => string.Join(' ', ranges.Select(r => r.First == r.Last ? $"{r.First}" : $"{r.First}-{r.Last}"));

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    /// <param name="text">Ranges with spaces between.</param>
    public static ImmutableArray<SeqRange> Parse(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(range => range.Split('-')).Select(ends =>
        new SeqRange(long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[^1], CultureInfo.InvariantCulture)))];

    /// <summary>Adds numbers to ranges that are in order and apart; the result is so too. Repeats change nothing.</summary>
    /// <param name="ranges">Ranges so far.</param>
    /// <param name="numbers">Numbers to add, in any order.</param>
    public static ImmutableArray<SeqRange> Add(ImmutableArray<SeqRange> ranges, IEnumerable<long> numbers) =>
        Join(ranges.Concat(numbers.Where(n => n > 0).Select(n => new SeqRange(n, n))));

    /// <summary>Makes of any ranges such as are in order and apart.</summary>
    /// <param name="ranges">Ranges in any order, which may overlap.</param>
    public static ImmutableArray<SeqRange> Join(IEnumerable<SeqRange> ranges)
    {
        var result = ImmutableArray.CreateBuilder<SeqRange>();
        foreach (var range in ranges.OrderBy(r => r.First))
        {
            if (result.Count > 0 && range.First <= result[^1].Last + 1) result[^1] = new SeqRange(result[^1].First, Math.Max(result[^1].Last, range.Last));
            else result.Add(range);
        }

        return result.ToImmutable();
    }
}
