using System.Buffers;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>How many people of a shard have each number of <see cref="FundedCohorts"/>, and the first few of them.</summary>
internal readonly struct AlikeFunded : IDisposable
{
    private const int Few = Suppression.Threshold;

    private readonly int[] people;
    // What stands here beyond the number of people is anything.
    private readonly int[] first;

    /// <summary>Nobody yet.</summary>
    public AlikeFunded()
    {
        people = ArrayPool<int>.Shared.Rent(FundedCohorts.Most);
        first = ArrayPool<int>.Shared.Rent(FundedCohorts.Most * Few);
        people.AsSpan(0, FundedCohorts.Most).Clear();
    }

    /// <summary>Counts somebody.</summary>
    /// <param name="number">How their cohorts are funded.</param>
    /// <param name="place">The person's place in the shard.</param>
    public void Add(int number, int place)
    {
        var before = people[number]++;
        if (before < Few) first[number * Few + before] = place;
    }

    /// <summary>Counts everybody with the donors.</summary>
    /// <param name="counts">Takes them.</param>
    /// <param name="together">What the numbers mean.</param>
    public void CountInto(DonorCounts counts, FundedCohorts together)
    {
        for (var number = 0; number < FundedCohorts.Most; number++)
            if (people[number] > 0)
                counts.Add(first.AsSpan(number * Few, Math.Min(people[number], Few)), together[number], people[number]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(people);
        ArrayPool<int>.Shared.Return(first);
    }
}
