using System.Collections.Immutable;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Lists the distinct units behind the total, or behind one row.</summary>
/// <param name="plan">The question in numbers.</param>
/// <param name="columns">The shard.</param>
/// <param name="onlyKey">The row, or −1 for the total.</param>
internal sealed class UnitTally(ReachPlan plan, ReachColumns columns, int onlyKey) : IReachTally
{
    private readonly RowStore rows = columns.Rows;
    private readonly int[] seen = new int[plan.Subs];
    private readonly ImmutableArray<ReachUnit>.Builder units = ImmutableArray.CreateBuilder<ReachUnit>();

    /// <summary>The units so far.</summary>
    public ImmutableArray<ReachUnit> Units => units.ToImmutable();

    /// <inheritdoc/>
    public void Add(ReadOnlySpan<ReachEvent> events)
    {
        foreach (ref readonly var e in events)
        {
            if (seen[e.Sub] == e.Mark || !plan.IsIn(e, onlyKey)) continue;
            seen[e.Sub] = e.Mark;
            units.Add(plan.Unit switch
            {
                CountedUnit.Participation => new(e.Person, CohortId: columns.Dimensions.CohortOf(rows.Segment[e.Row])),
                CountedUnit.PersonCourse => new(e.Person, Course: columns.Dimensions.CourseCode(e.Sub)),
                CountedUnit.PersonYear => new(e.Person, ReportingYear: plan.FirstYear + e.Sub),
                _ => new(e.Person),
            });
        }
    }
}
