using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Walks over a shard for the donors of how many people were reached, the question that is asked most of donors: person by person, because whoever counts
/// once counts by all of their cohorts together. People whose cohorts are funded alike are one number.
/// </summary>
/// <param name="columns">The shard.</param>
/// <param name="plan">Asks nothing of the person, the whole participation or the sessions' lengths and days.</param>
internal sealed class DonorWalk(ReachColumns columns, ReachPlan plan)
{
    private readonly RowStore rows = columns.Rows;
    private readonly DonorCounts counts = new(plan, columns);
    private readonly FundedCohorts together = columns.Dimensions.Together(plan.FundingWays.Length);

    /// <summary>Walks.</summary>
    public DonorCounts Run()
    {
        using var alike = new AlikeFunded(together);
        Count(alike);
        alike.CountInto(counts);
        return counts;
    }

    private void Count(AlikeFunded alike)
    {
        var (segments, segmentOf, attendedOf, flagsOf, places) = (plan.Segments, rows.Segment, rows.Attended, rows.Flags, columns.Places);
        for (var place = 0; place < places; place++)
        {
            var (row, end) = columns.RowsAt(place);
            var (number, last) = (FundedCohorts.None, -1);
            for (; row < end; row++)
            {
                ref readonly var segment = ref segments[segmentOf[row]];
                // Of a participation with several rows one is enough.
                if ((attendedOf[row] & segment.Accept) == 0 || ((flagsOf[row] & RowFlags.Continues) != 0 && rows.First(row) <= last)) continue;
                last = row;
                number = together.With(number, segment.Key);
                if (number == FundedCohorts.None) break;
            }

            if (number != FundedCohorts.None) alike.Add(number, place);
            else if (last >= 0) CountAlone(place);
        }
    }

    // Somebody for whose cohorts there is no number. Never inside the loop above, whose values it would drive out of the processor's registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void CountAlone(int place)
    {
        var (fundings, last) = (new List<int>(), -1);
        var (row, end) = columns.RowsAt(place);
        for (; row < end; row++)
        {
            ref readonly var segment = ref plan.Segments[rows.Segment[row]];
            if ((rows.Attended[row] & segment.Accept) == 0 || rows.First(row) <= last) continue;
            last = row;
            fundings.Add(segment.Key);
        }

        counts.Add(place, CollectionsMarshal.AsSpan(fundings), 1);
    }
}
