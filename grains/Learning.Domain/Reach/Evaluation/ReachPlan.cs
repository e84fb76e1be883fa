using System.Collections.Immutable;
using System.Numerics;
using Learning.Domain.Reach.Donors;

namespace Learning.Domain.Reach.Evaluation;

/// <summary>
/// A question in numbers: for each cohort segment and each person profile, whether it passes and which key it has. Made
/// once and used by all shards of a process. What it says never changes once it is made.
/// </summary>
internal sealed class ReachPlan
{
    /// <summary>What was asked.</summary>
    public required ReachQuestion Question { get; init; }

    /// <summary>How many are using it now. Like <see cref="IsDropped"/> only read and written by <see cref="ReachDimensions"/>, under its lock.</summary>
    public int Users { get; set; }

    /// <summary>Whether it is kept for nobody any more.</summary>
    public bool IsDropped { get; set; }

    /// <summary>What the figure counts.</summary>
    public required CountedUnit Unit { get; init; }

    /// <summary>Where row keys come from.</summary>
    public required KeySource KeySource { get; init; }

    /// <summary>At the number of each cohort segment, with room behind them.</summary>
    public required PlannedSegment[] Segments { get; init; }

    /// <summary>The segments that pass, if they are so few that their people should be sought out; otherwise <see langword="null"/>.</summary>
    public required int[]? Few { get; init; }

    /// <summary>The parts of each segment that is divided.</summary>
    public required PlannedSegment[][] Parts { get; init; }

    /// <summary>At the number of each cohort segment; empty if the sessions need not be told apart.</summary>
    public required PlannedSessions[] Sessions { get; init; }

    /// <summary>What is looked at in people; <see langword="null"/> if they need not be told apart.</summary>
    public required PlannedPeople? People { get; init; }

    /// <summary>Day of each session.</summary>
    public required ushort[] SessionDay { get; init; }

    /// <summary>Length of each session in seconds.</summary>
    public required int[] SessionSeconds { get; init; }

    /// <summary>Row keys of each way of funding, at its number; the key of an event is that number where rows are funders.</summary>
    public required int[][] FunderKeys { get; init; }

    /// <summary>The ways in which cohorts are funded; empty unless rows are funders.</summary>
    public required ImmutableArray<FunderShare>[] FundingWays { get; init; }

    /// <summary>Codes of the row keys.</summary>
    public required string[] KeyCodes { get; init; }

    /// <summary>The month or year, counted from the first day that can be held, whose row key is 0.</summary>
    public required int FirstPeriod { get; init; }

    /// <summary>Within how many things a person can count once: courses, reporting years; 1 if only ever.</summary>
    public required int Subs { get; init; }

    /// <summary>The reporting year with number 0.</summary>
    public required int FirstYear { get; init; }

    /// <summary>The reporting years of the counting rule.</summary>
    public required ReportingYears Years { get; init; }

    /// <summary>Whether events must be told apart by their day.</summary>
    public required bool Dated { get; init; }

    /// <summary>Least seconds attended in a cohort for a participation to count.</summary>
    public required long MinSeconds { get; init; }

    /// <summary>What is measured.</summary>
    public Measure Measure => Question.Query.Measure;

    /// <summary>First day of the query's period.</summary>
    public required int From { get; init; }

    /// <summary>Last day of the query's period.</summary>
    public required int To { get; init; }

    /// <summary>The segments for another plan, emptied.</summary>
    public PlannedSegment[] Room()
    {
        if (Few is null) Array.Clear(Segments);
        else foreach (var segment in Few) Segments[segment] = default;
        return Segments;
    }

    /// <summary>How many row keys there can be.</summary>
    public int Keys => KeyCodes.Length;

    /// <summary>Length of attended sessions of a segment, in seconds; bits of sessions that do not exist count nothing.</summary>
    public int Seconds(int segment, uint attended)
    {
        ref readonly var sessions = ref Sessions[segment];
        attended &= sessions.Present;
        if (sessions.SecondsEach != PlannedSessions.Differ) return BitOperations.PopCount(attended) * sessions.SecondsEach;
        var seconds = 0;
        for (; attended != 0; attended &= attended - 1) seconds += SessionSeconds[sessions.At(BitOperations.TrailingZeroCount(attended))];
        return seconds;
    }

    /// <summary>The earliest day of attended sessions of a segment; <see cref="int.MaxValue"/> if none of them counts.</summary>
    public int FirstDay(int segment, uint attended)
    {
        ref readonly var sessions = ref Sessions[segment];
        if ((attended & sessions.Earliest) != 0) return sessions.EarliestDay;
        var first = int.MaxValue;
        for (attended &= sessions.Present; attended != 0; attended &= attended - 1)
            first = Math.Min(first, SessionDay[sessions.At(BitOperations.TrailingZeroCount(attended))]);
        return first;
    }

    /// <summary>What of an event on a day that is not the cohort's but the person's own depends on that day: as for a segment that lies on it.</summary>
    public PlannedSegment On(int day, PlannedSegment segment)
    {
        if (KeySource == KeySource.Period) segment.Key = (ushort)PeriodKey(day);
        if (Unit == CountedUnit.PersonYear) segment.Sub = (ushort)YearNumber(day);
        if (Dated) segment.Year = (short)ReachDay.YearOf(day);
        return segment;
    }

    /// <summary>Whether an event adds to a row; −1 stands for the total. Hours of no length add nothing.</summary>
    public bool IsIn(int eventKey, int seconds, int key) =>
        (Measure != Measure.ContactHours || seconds != 0)
        && (key < 0 || (KeySource == KeySource.Funders ? FunderKeys[eventKey].Contains(key) : eventKey == key));

    /// <summary>The row key of the period in which a day lies.</summary>
    public int PeriodKey(int day) => PeriodOf(Question.Query.By, day) - FirstPeriod;

    /// <summary>The number of the reporting year in which a day lies.</summary>
    public int YearNumber(int day) => Years.Of(day) - FirstYear;

    /// <summary>The row key as text.</summary>
    public string KeyCode(int key) => KeyCodes[key];

    /// <summary>The row key with that text; <see langword="null"/> if no row can have it.</summary>
    public int? KeyNumber(string code) => Array.IndexOf(KeyCodes, code) is >= 0 and var key ? key : null;

    /// <summary>The month or year in which a day lies, counted from the first that can be held.</summary>
    public static int PeriodOf(ReachBy? by, int day) => by switch
    {
        ReachBy.Month => ReachDay.MonthOf(day),
        ReachBy.Year => ReachDay.YearOf(day) - ReachDay.First.Year,
        _ => 0,
    };
}
