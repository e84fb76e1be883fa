using System.Numerics;
using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Columns;

/// <summary>
/// A set of small numbers that knows how many of its members are below a number: one bit for each number up to the largest, and half
/// a bit for the counts.
/// </summary>
internal sealed class RankedSet
{
    private readonly ulong[] words;
    // How many members there are in the words before each one, and in all of them.
    private readonly int[] before;

    /// <summary>The numbers of which each may be named many times.</summary>
    /// <param name="members">From 0.</param>
    public RankedSet(ReadOnlySpan<int> members)
    {
        var largest = -1;
        foreach (var member in members) largest = Math.Max(largest, member);
        words = new ulong[(largest + 64) >> 6];
        foreach (var member in members) words[member >> 6] |= 1ul << (member & 63);
        before = new int[words.Length + 1];
        for (var word = 0; word < words.Length; word++) before[word + 1] = before[word] + BitOperations.PopCount(words[word]);
    }

    /// <summary>How many members there are.</summary>
    public int Count => before[^1];

    /// <summary>Whether a number is a member.</summary>
    /// <param name="number">From 0.</param>
    public bool Has(int number) => number >> 6 < words.Length && (words[number >> 6] >> (number & 63) & 1) != 0;

    /// <summary>How many members are below a number.</summary>
    /// <param name="number">From 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int number) =>
        number >> 6 >= words.Length ? before[^1] : before[number >> 6] + BitOperations.PopCount(words[number >> 6] & ((1ul << (number & 63)) - 1));
}
