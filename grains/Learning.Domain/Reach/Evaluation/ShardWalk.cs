using System.Numerics;
using System.Runtime.CompilerServices;
using Learning.Domain.Reach.Columns;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// Walks over the rows of a shard, person by person, and finds the events of the plan's measure. An event is an
/// attended session, a completion on the cohort's last day, or a certificate on its first day of validity; attended
/// sessions of one row that the query cannot tell apart are one event.
/// </summary>
internal sealed class ShardWalk(ReachColumns columns, ReachPlan plan)
{
    private readonly RowStore rows = columns.Rows;
    private readonly RuleFilter rule = new(plan, columns.Rows);
    private readonly PlannedPeople? people = plan.People;
    private readonly bool perParticipation = plan.Unit == CountedUnit.Participation;
    private readonly bool hours = plan.Measure == Measure.ContactHours;
    private readonly int asOf = ReachDay.Clamped(plan.Question.AsOf);
    private readonly FewRows? few = columns.RowsIn(plan.Few);

    private bool IsPlain => few is null && people is null && plan.Parts.Length == 0 && !rule.Limits && !perParticipation && !hours;

    /// <summary>Walks, and gives back the tally.</summary>
    /// <param name="tally">Takes what was found.</param>
    public TTally Run<TTally>(TTally tally) where TTally : struct, IReachTally
    {
        switch (plan.Measure)
        {
            case Measure.FirstTime: FirstDays(ref tally); break;
            case var _ when few is not null: Few(ref tally, few); break;
            case Measure.Completed or Measure.Completions: Completions(ref tally); break;
            case Measure.Certified: Certificates(ref tally); break;
            default:
                if (IsPlain) PlainAttendances(ref tally);
                else Attendances(ref tally);
                break;
        }

        return tally;
    }

    /// <summary>Walks for the donors of the figure.</summary>
    public DonorCounts RunDonors() => IsPlain && plan is { Measure: Measure.Reached, Unit: CountedUnit.Person } ? new DonorWalk(columns, plan).Run() : Run(new DonorTally(plan, columns)).ToCounts();

    // Most questions ask nothing of the person, the whole participation or the sessions' lengths and days. Their loop has nothing that
    // would drive its values, the tally's among them, out of the processor's registers: it takes half as long.
    private void PlainAttendances<TTally>(ref TTally result) where TTally : struct, IReachTally
    {
        var tally = result;
        var (segments, segmentOf, attendedOf, places) = (plan.Segments, rows.Segment, rows.Attended, columns.Places);
        for (var place = 0; place < places; place++)
        {
            var (row, end) = columns.RowsAt(place);
            for (; row < end; row++)
            {
                ref readonly var segment = ref segments[segmentOf[row]];
                if ((attendedOf[row] & segment.Accept) != 0 && !tally.Add(place, row, place + 1, segment.Key, segment.Sub, 0)) break;
            }
        }

        result = tally;
    }

    private void Attendances<TTally>(ref TTally tally) where TTally : struct, IReachTally
    {
        var (segments, segmentOf, attendedOf, places) = (plan.Segments, rows.Segment, rows.Attended, columns.Places);
        for (var place = 0; place < places; place++)
        {
            var (row, end) = columns.RowsAt(place);
            for (; row < end; row++)
            {
                ref readonly var segment = ref segments[segmentOf[row]];
                var attended = (uint)(attendedOf[row] & segment.Accept);
                if (attended != 0 && !AddAttended(ref tally, place, row, segment, attended)) break;
            }
        }
    }

    private void Few<TTally>(ref TTally tally, FewRows few) where TTally : struct, IReachTally
    {
        foreach (var place in few.Changed)
        {
            var (row, end) = columns.RowsAt(place);
            while (row < end && AddRow(ref tally, place, row)) row++;
        }

        foreach (var row in few.Rows) AddRow(ref tally, few.PlaceOf(row), row);
    }

    private bool AddRow<TTally>(ref TTally tally, int place, int row) where TTally : struct, IReachTally
    {
        if (plan.Measure is Measure.Completed or Measure.Completions) return AddCompletion(ref tally, place, row);
        if (plan.Measure == Measure.Certified) return AddCertificate(ref tally, place, row);
        ref readonly var segment = ref plan.Segments[rows.Segment[row]];
        var attended = (uint)(rows.Attended[row] & segment.Accept);
        return attended == 0 || AddAttended(ref tally, place, row, segment, attended);
    }

    private bool AddAttended<TTally>(ref TTally tally, int place, int row, in PlannedSegment segment, uint attended) where TTally : struct, IReachTally
    {
        if (rule.Limits && !rule.Counts(row)) return true;
        var mark = Mark(place, row);
        if (segment.Year != PlannedSegment.Divided) return Add(ref tally, place, row, mark, segment, hours ? Seconds(segment, row, attended) : 0);
        var more = true;
        foreach (ref readonly var part in plan.Parts[segment.Parts].AsSpan())
            if ((attended & part.Accept) != 0) more &= Add(ref tally, place, row, mark, part, hours ? plan.Seconds(rows.Segment[row], attended & part.Accept) : 0);
        return more;
    }

    private void Completions<TTally>(ref TTally tally) where TTally : struct, IReachTally
    {
        for (var place = 0; place < columns.Places; place++)
        {
            var (row, end) = columns.RowsAt(place);
            while (row < end && AddCompletion(ref tally, place, row)) row++;
        }
    }

    private bool AddCompletion<TTally>(ref TTally tally, int place, int row) where TTally : struct, IReachTally
    {
        // The first row of a participation stands for it.
        if (rows.Flags[row] != RowFlags.Completed) return true;
        ref readonly var segment = ref plan.Segments[rows.Segment[row]];
        return segment.Accept == 0 || (rule.Limits && !rule.Counts(row)) || Add(ref tally, place, row, Mark(place, row), segment);
    }

    private void Certificates<TTally>(ref TTally tally) where TTally : struct, IReachTally
    {
        for (var place = 0; place < columns.Places; place++)
        {
            var (row, end) = columns.RowsAt(place);
            while (row < end && AddCertificate(ref tally, place, row)) row++;
        }
    }

    private bool AddCertificate<TTally>(ref TTally tally, int place, int row) where TTally : struct, IReachTally
    {
        if (rows.CertificateFrom[row] > asOf || rows.CertificateTo[row] < asOf) return true;
        ref readonly var segment = ref plan.Segments[rows.Segment[row]];
        return segment.Accept == 0 || (rule.Limits && !rule.Counts(row)) || Add(ref tally, place, row, Mark(place, row), plan.On(rows.CertificateFrom[row], segment));
    }

    private void FirstDays<TTally>(ref TTally tally) where TTally : struct, IReachTally
    {
        if (few is null)
        {
            for (var place = 0; place < columns.Places; place++) FirstDay(ref tally, place);
            return;
        }

        foreach (var place in few.Changed) FirstDay(ref tally, place);
        var last = -1;
        foreach (var row in few.Rows)
        {
            var place = few.PlaceOf(row);
            if (place == last) continue;
            FirstDay(ref tally, last = place);
        }
    }

    private void FirstDay<TTally>(ref TTally tally, int place) where TTally : struct, IReachTally
    {
        var (row, end) = columns.RowsAt(place);
        var firstDay = FirstDay(row, end);
        if (firstDay < plan.From || firstDay > plan.To) return;
        for (; row < end; row++)
        {
            if (plan.FirstDay(rows.Segment[row], rows.Attended[row]) != firstDay) continue;
            ref readonly var segment = ref plan.Segments[rows.Segment[row]];
            if (segment.Accept == 0 || (rule.Limits && !rule.Counts(row))) continue;
            if (!Add(ref tally, place, row, Mark(place, row), plan.On(firstDay, segment))) break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Add<TTally>(ref TTally tally, int place, int row, int mark, in PlannedSegment segment, int seconds = 0) where TTally : struct, IReachTally
    {
        var key = people is null ? segment.Key : people.KeyOf(rows.Profile[row], segment.Year, segment.Key);
        return key < 0 || tally.Add(place, row, mark, key, segment.Sub, seconds);
    }

    private int Seconds(in PlannedSegment segment, int row, uint attended) =>
        segment.SecondsEach == PlannedSessions.Differ ? plan.Seconds(rows.Segment[row], attended) : BitOperations.PopCount(attended) * segment.SecondsEach;

    private int Mark(int place, int row) => perParticipation ? rows.First(row) + 1 : place + 1;

    // The first day on which the person attended anything that the counting rule counts, whatever the filters.
    private int FirstDay(int row, int end)
    {
        var day = int.MaxValue;
        for (; row < end; row++)
            if (!rule.Limits || rule.Counts(row)) day = Math.Min(day, plan.FirstDay(rows.Segment[row], rows.Attended[row]));
        return day;
    }
}
