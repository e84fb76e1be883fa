using System.Collections.Immutable;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Lists the people behind the total, or behind one row, each once.</summary>
/// <param name="plan">The question in numbers.</param>
/// <param name="onlyKey">The row, or −1 for the total.</param>
internal sealed class PersonTally(ReachPlan plan, int onlyKey) : IReachTally
{
    private readonly ImmutableArray<int>.Builder people = ImmutableArray.CreateBuilder<int>();
    private int last = -1;

    /// <summary>The numbers of the people, ascending.</summary>
    public ImmutableArray<int> People => people.DrainToImmutable();

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ReachEvent> events)
    {
        foreach (ref readonly var e in events)
        {
            if (e.Person == last || !plan.IsIn(e, onlyKey)) continue;
            people.Add(last = e.Person);
        }
    }
}
