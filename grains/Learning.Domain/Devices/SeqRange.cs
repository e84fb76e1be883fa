using System.Collections.Immutable;

namespace Learning.Domain.Devices;

/// <summary>A run of scan numbers.</summary>
/// <param name="First">First number.</param>
/// <param name="Last">Last number, included.</param>
public sealed record SeqRange(long First, long Last)
{
    /// <summary>Adds numbers to ranges that are in order and apart; the result is so too. Repeats change nothing.</summary>
    /// <param name="ranges">Ranges so far.</param>
    /// <param name="numbers">Numbers to add, in any order.</param>
    public static ImmutableArray<SeqRange> Add(ImmutableArray<SeqRange> ranges, IEnumerable<long> numbers)
    {
        var all = ranges.Concat(numbers.Where(n => n > 0).Select(n => new SeqRange(n, n))).OrderBy(r => r.First);
        var result = ImmutableArray.CreateBuilder<SeqRange>();
        foreach (var range in all)
        {
            if (result.Count > 0 && range.First <= result[^1].Last + 1) result[^1] = new SeqRange(result[^1].First, Math.Max(result[^1].Last, range.Last));
            else result.Add(range);
        }

        return result.ToImmutable();
    }
}
