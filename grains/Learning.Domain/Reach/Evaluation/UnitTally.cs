using System.Collections.Immutable;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>Lists the distinct units behind the total, or behind one row.</summary>
/// <param name="plan">The question in numbers.</param>
/// <param name="columns">The shard.</param>
/// <param name="onlyKey">The row, or −1 for the total.</param>
internal readonly struct UnitTally(ReachPlan plan, ReachColumns columns, int onlyKey) : IReachTally
{
    private readonly SeenUnits seen = new(plan.Subs);
    private readonly List<ReachUnit> units = [];

    /// <inheritdoc/>
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        if (!plan.IsIn(key, seconds, onlyKey) || seen.Count(sub, mark) == 0) return true;
        var person = columns.PersonAt[place];
        units.Add(plan.Unit switch
        {
            CountedUnit.Participation => new(person, CohortId: columns.Dimensions.CohortOf(columns.Rows.Segment[row])),
            CountedUnit.PersonCourse => new(person, Course: columns.Dimensions.CourseCode(sub)),
            CountedUnit.PersonYear => new(person, ReportingYear: plan.FirstYear + sub),
            _ => new(person),
        });
        return true;
    }

    /// <summary>The units, in the order of person numbers.</summary>
    public ImmutableArray<ReachUnit> ToUnits() => [.. units.OrderBy(unit => unit.Person)];
}
