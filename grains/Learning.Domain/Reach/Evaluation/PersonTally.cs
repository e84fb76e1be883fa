using System.Runtime.CompilerServices;
using System.Collections.Immutable;
using System.Numerics;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Lists the people behind the total, or behind one row, each once.</summary>
/// <param name="plan">The question in numbers.</param>
/// <param name="columns">The shard.</param>
/// <param name="onlyKey">The row, or −1 for the total.</param>
internal readonly struct PersonTally(ReachPlan plan, ReachColumns columns, int onlyKey) : IReachTally
{
    // One bit for each person's number.
    private readonly ulong[] found = new ulong[(columns.PersonNumbers + 63) >> 6];
    private readonly int[] personAt = columns.PersonAt;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        if (!plan.IsIn(key, seconds, onlyKey)) return true;
        var person = personAt[place];
        found[person >> 6] |= 1ul << (person & 63);
        return false;
    }

    /// <summary>The numbers of the people, ascending.</summary>
    public ImmutableArray<int> ToPeople()
    {
        var people = ImmutableArray.CreateBuilder<int>(found.Sum(BitOperations.PopCount));
        for (var word = 0; word < found.Length; word++)
            for (var left = found[word]; left != 0; left &= left - 1) people.Add(word << 6 | BitOperations.TrailingZeroCount(left));
        return people.MoveToImmutable();
    }
}
