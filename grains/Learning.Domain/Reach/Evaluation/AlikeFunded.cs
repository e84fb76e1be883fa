using System.Buffers;
using System.Runtime.CompilerServices;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>How many people of a shard have each number of <see cref="FundedCohorts"/>, and the first few of them behind each set of funders.</summary>
internal readonly struct AlikeFunded : IDisposable
{
    private const int Few = Suppression.Threshold;

    private readonly FundedCohorts together;
    private readonly int[] people;
    // At the number of each set: how many are known, and who. What stands here beyond those is anything.
    private readonly int[] known;
    private readonly int[] first;

    /// <summary>Nobody yet.</summary>
    /// <param name="together">What the numbers mean.</param>
    public AlikeFunded(FundedCohorts together)
    {
        this.together = together;
        people = Rented(FundedCohorts.Most);
        known = Rented(FundedCohorts.Most);
        first = ArrayPool<int>.Shared.Rent(FundedCohorts.Most * Few);
    }

    /// <summary>Counts somebody.</summary>
    /// <param name="number">How their cohorts are funded.</param>
    /// <param name="place">The person's place in the shard.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int number, int place)
    {
        people[number]++;
        var set = together.SetOf(number);
        ref var count = ref known[set];
        if (count < Few) first[set * Few + count++] = place;
    }

    /// <summary>Counts everybody with the donors.</summary>
    /// <param name="counts">Takes them.</param>
    public void CountInto(DonorCounts counts)
    {
        var values = Rented(FundedCohorts.Most);
        for (var number = 0; number < FundedCohorts.Most; number++)
        {
            if (people[number] == 0) continue;
            values[together.SetOf(number)] += people[number];
            counts.AddCohorts(together[number], people[number]);
        }

        for (var set = 0; set < FundedCohorts.Most; set++)
            if (values[set] > 0) counts.AddSet(together.FundersOf(set), first.AsSpan(set * Few, known[set]), values[set]);
        ArrayPool<int>.Shared.Return(values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(people);
        ArrayPool<int>.Shared.Return(known);
        ArrayPool<int>.Shared.Return(first);
    }

    private static int[] Rented(int length)
    {
        var rented = ArrayPool<int>.Shared.Rent(length);
        rented.AsSpan(0, length).Clear();
        return rented;
    }
}
