using System.Runtime.CompilerServices;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// How the cohorts of one person are funded, all together and in whatever order, as a small number: one more cohort is one step, looked up
/// in a table and worked out the first time only. Millions of people have few such numbers, and they mean the same in every
/// question, so that a process works them out once. Thread-safe.
/// </summary>
internal sealed class FundedCohorts
{
    /// <summary>No cohort yet; and the answer when there is no more room.</summary>
    public const int None = 0;

    /// <summary>More than the highest number.</summary>
    public const int Most = 4096;

    // A quarter of a megabyte: what a core's cache holds beside the cohorts.
    private const int Room = 1 << 17;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> numbers = [];
    private readonly FunderUnions unions = new([]);
    private readonly int[][] fundersOf;
    private readonly int[][] cohorts;
    private readonly int[][] sets;
    private readonly ushort[] setOf;
    private readonly ushort[] steps;
    private int count = 1;

    /// <summary>No numbers yet.</summary>
    /// <param name="fundersOf">The funders of each way of funding, at its number.</param>
    public FundedCohorts(int[][] fundersOf)
    {
        (this.fundersOf, Fundings) = (fundersOf, fundersOf.Length);
        var most = Math.Min(Most, Room / Fundings);
        (cohorts, sets, setOf, steps) = (new int[most][], new int[most][], new ushort[most], new ushort[most * Fundings]);
        cohorts[None] = [];
    }

    /// <summary>How many ways of funding there are.</summary>
    public int Fundings { get; }

    /// <summary>The way of funding of each cohort, in ascending order.</summary>
    public int[] this[int number] => cohorts[number];

    /// <summary>The number of the set of those who fund any of the cohorts, from 0; always less than <see cref="Most"/>.</summary>
    /// <param name="number">How the cohorts are funded; not <see cref="None"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int SetOf(int number) => setOf[number];

    /// <summary>The funders of a set, as row keys in ascending order.</summary>
    /// <param name="set">One that <see cref="SetOf"/> gave.</param>
    public int[] FundersOf(int set) => sets[set];

    /// <summary>The number with one more cohort; <see cref="None"/> if it has none, because there is no more room.</summary>
    /// <param name="number">A number.</param>
    /// <param name="funding">How the cohort is funded.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int With(int number, int funding)
    {
        // What is read of a number must not be older than the number.
        var known = Volatile.Read(ref steps[number * Fundings + funding]);
        return known != None ? known : Step(number, funding);
    }

    // Never inside the loop that asks: it would drive that one's values out of the processor's registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Step(int number, int funding)
    {
        int[] more = [.. cohorts[number].Append(funding).Order()];
        var key = string.Join(',', more);
        lock (gate)
        {
            if (!numbers.TryGetValue(key, out var next))
            {
                if (count == cohorts.Length) return None;
                numbers.Add(key, next = count++);
                (cohorts[next], setOf[next]) = (more, Set(more));
            }

            // Whoever reads the number without the lock must find its cohorts and their set of funders.
            Volatile.Write(ref steps[number * Fundings + funding], (ushort)next);
            return next;
        }
    }

    private ushort Set(int[] fundings)
    {
        var set = unions.Number([.. fundings.SelectMany(funding => fundersOf[funding]).Distinct().Order()]);
        // In a place of its own, since whoever reads has no lock.
        sets[set] = unions[set];
        return (ushort)set;
    }
}
