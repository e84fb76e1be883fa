using System.Collections.Immutable;
using CsCheck;
using Learning.Domain.Devices;

namespace Learning.Tests.Grains;

public sealed class SeqRangeProperties
{
    [Fact]
    public void In_any_order_and_number_of_uploads_the_ranges_are_the_set_of_numbers_and_the_gaps_the_rest() =>
        Gen.Int[-2, 30].Array[0, 8].Array[0, 6].Sample(uploads =>
        {
            var received = uploads.Aggregate(ImmutableArray<SeqRange>.Empty, (ranges, numbers) => SeqRange.Add(ranges, numbers.Select(n => (long)n)));
            var seen = uploads.SelectMany(n => n).Where(n => n > 0).Select(n => (long)n).ToHashSet();
            Assert.Equal(seen.Order(), received.SelectMany(Numbers));
            Assert.Equal(Enumerable.Range(1, (int)seen.DefaultIfEmpty().Max()).Select(n => (long)n).Where(n => !seen.Contains(n)), SeqRange.Missing(received).SelectMany(Numbers));
            // Ranges that touch are one.
            Assert.All(received.Zip(received.Skip(1)), pair => Assert.True(pair.First.Last + 1 < pair.Second.First));
            // Told apart by session and joined, or written down and read, they are the same.
            Assert.Equal(received, SeqRange.Join(uploads.SelectMany(numbers => SeqRange.Add([], numbers.Select(n => (long)n)))).AsEnumerable());
            Assert.Equal(received, SeqRange.Parse(SeqRange.Text(received)).AsEnumerable());
        }, iter: 20_000);

    private static IEnumerable<long> Numbers(SeqRange range)
    {
        for (var n = range.First; n <= range.Last; n++) yield return n;
    }
}
