using System.Runtime.CompilerServices;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Collects for each of what a figure counts the cohorts by which it counts. As in <see cref="DistinctTally"/>, all events of a
/// person come in sequence, so only the open unit of each kind is held.
/// </summary>
/// <param name="plan">The question in numbers, with funders as its keys.</param>
/// <param name="columns">The shard.</param>
internal readonly struct DonorTally(ReachPlan plan, ReachColumns columns) : IReachTally
{
    private struct OpenUnit
    {
        public int Mark;
        public int Place;
        public int Participation;
        public int Cohorts;
        public long Value;
        public int[] Fundings;
    }

    private readonly RowStore rows = columns.Rows;
    private readonly OpenUnit[] open = new OpenUnit[plan.Subs];
    private readonly bool hours = plan.Measure == Measure.ContactHours;
    private readonly DonorCounts counts = new(plan, columns);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        ref var unit = ref open[sub];
        if (unit.Mark != mark)
        {
            Close(unit);
            (unit.Mark, unit.Place, unit.Cohorts, unit.Participation, unit.Value) = (mark, place, 0, -1, hours ? 0 : 1);
        }

        if (hours) unit.Value += seconds;
        var participation = rows.First(row);
        if (unit.Participation == participation) return true;
        unit.Participation = participation;
        unit.Fundings ??= new int[4];
        if (unit.Cohorts == unit.Fundings.Length) Array.Resize(ref unit.Fundings, unit.Cohorts * 2);
        unit.Fundings[unit.Cohorts++] = key;
        return true;
    }

    /// <summary>What was counted.</summary>
    public DonorCounts ToCounts()
    {
        foreach (ref var unit in open.AsSpan())
        {
            Close(unit);
            unit = default;
        }

        return counts;
    }

    private void Close(in OpenUnit unit)
    {
        if (unit.Mark != 0) counts.Add(unit.Place, unit.Fundings.AsSpan(0, unit.Cohorts), unit.Value);
    }
}
