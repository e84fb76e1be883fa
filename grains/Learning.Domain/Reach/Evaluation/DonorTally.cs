using System.Runtime.CompilerServices;
using Learning.Domain.Reach.Columns;
using Learning.Domain.Reach.Donors;
using Learning.Domain.Reach.SmallCells;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// For each of what a figure counts: which funders helped reach it, and how the cohorts are funded by which it counts. As
/// in <see cref="DistinctTally"/>, all events of a person come in sequence, so only the open unit of each kind is held.
/// </summary>
/// <param name="plan">The question in numbers, with funders as its keys.</param>
/// <param name="columns">The shard.</param>
internal struct DonorTally(ReachPlan plan, ReachColumns columns) : IReachTally
{
    private struct OpenUnit
    {
        public int Mark;
        public int Place;
        public int Participation;
        public int Funders;
        public int Cohorts;
        public long Value;
        public int[] Fundings;
    }

    private readonly RowStore rows = columns.Rows;
    private readonly FunderUnions unions = new(plan.FunderKeys);
    private readonly OpenUnit[] open = new OpenUnit[plan.Subs];
    private readonly bool hours = plan.Measure == Measure.ContactHours;
    private long[] bySet = new long[plan.FunderKeys.Length];
    // A few of the people behind each set: a person's units of several kinds are closed at different times.
    private List<int>?[] people = new List<int>?[plan.FunderKeys.Length];
    // At the number of cohorts, and there at the number of the funding.
    private long[][] byCohorts = [[]];
    private long total;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int place, int row, int mark, int key, int sub, int seconds)
    {
        ref var unit = ref open[sub];
        var participation = row;
        while ((rows.Flags[participation] & RowFlags.Continues) != 0) participation--;
        if (unit.Mark != mark)
        {
            Close(unit);
            (unit.Mark, unit.Place, unit.Cohorts, unit.Participation, unit.Value, unit.Funders) = (mark, place, 0, -1, hours ? 0 : 1, key);
        }

        if (hours) unit.Value += seconds;
        if (unit.Participation == participation) return true;
        unit.Participation = participation;
        if (unit.Cohorts > 0) unit.Funders = unions.With(unit.Funders, key);
        unit.Fundings ??= new int[4];
        if (unit.Cohorts == unit.Fundings.Length) Array.Resize(ref unit.Fundings, unit.Cohorts * 2);
        unit.Fundings[unit.Cohorts++] = key;
        return true;
    }

    /// <summary>What was counted.</summary>
    public DonorPartial ToPartial()
    {
        for (var sub = 0; sub < open.Length; sub++)
        {
            Close(open[sub]);
            open[sub] = default;
        }

        // Two cohort sets may be one set of keys: nobody, and what nobody is named for.
        var (sets, question, ways, places, personAt) = (unions, plan, plan.FundingWays, people, columns.PersonAt);
        return DonorPartial.Sum([new()
        {
            Measure = plan.Measure,
            Total = total,
            Sets =
            [
                .. bySet.Select((value, set) => (value, set)).Where(s => s.value != 0).Select(s => new DonorSet([.. sets[s.set].Select(question.KeyCode).Order(StringComparer.Ordinal)], s.value)
                {
                    People = [.. places[s.set]!.Select(place => (long)personAt[place])],
                }),
            ],
            Parts = [.. byCohorts.SelectMany((values, cohorts) => values.Select((value, funding) => (value, cohorts, funding)))
                .Where(p => p.value != 0).Select(p => new DonorPart(p.cohorts, ways[p.funding], p.value))],
        }]);
    }

    private void Close(in OpenUnit unit)
    {
        if (unit.Mark == 0) return;
        total += unit.Value;
        if (unit.Funders >= bySet.Length)
        {
            Array.Resize(ref bySet, unions.Count * 2);
            Array.Resize(ref people, unions.Count * 2);
        }

        bySet[unit.Funders] += unit.Value;
        var some = people[unit.Funders] ??= [];
        if (unit.Value > 0 && some.Count < Suppression.Threshold && !some.Contains(unit.Place)) some.Add(unit.Place);
        while (byCohorts.Length <= unit.Cohorts) byCohorts = [.. byCohorts, new long[plan.FundingWays.Length]];
        var counts = byCohorts[unit.Cohorts];
        for (var i = 0; i < unit.Cohorts; i++) counts[unit.Fundings[i]] += unit.Value;
    }
}
