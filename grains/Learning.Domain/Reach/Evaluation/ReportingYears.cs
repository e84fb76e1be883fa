namespace Learning.Domain.Reach.Evaluation;

/// <summary>Which reporting year a day is in, without taking the date apart.</summary>
internal sealed class ReportingYears
{
    private readonly int[] firstDay;

    /// <summary>Reporting years that begin on that day of the year.</summary>
    public ReportingYears(MonthDay start) =>
        firstDay = [.. Enumerable.Range(ReachDay.First.Year, ReachDay.Last.Year - ReachDay.First.Year + 1)
            .Select(year => new DateOnly(year, start.Month, start.Day).DayNumber - ReachDay.First.DayNumber)];

    /// <summary>The calendar year in which the reporting year of a day began.</summary>
    public int Of(int day)
    {
        var year = ReachDay.YearOf(day);
        return day >= firstDay[year - ReachDay.First.Year] ? year : year - 1;
    }
}
