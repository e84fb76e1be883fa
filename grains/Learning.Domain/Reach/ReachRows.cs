using System.Globalization;
using Learning.Domain.Text;
using Learning.Domain.Trainees;

namespace Learning.Domain.Reach;

/// <summary>What one row of an answer is a figure of.</summary>
public static class ReachRows
{
    /// <summary>
    /// The query whose total is the row's value: the row as a filter. <see langword="null"/> for what no filter can say, such as
    /// "not stated".
    /// </summary>
    /// <param name="query">The query with its rows.</param>
    /// <param name="key">Key of the row.</param>
    public static ReachQuery? QueryOf(ReachQuery query, string key)
    {
        if (key.Length == 0 || query.By is not { } by) return null;
        var row = query with { By = null };
        return by switch
        {
            // Under its own key stands what happened in the region, but in none of those below it.
            ReachBy.Region => key == query.Region ? null : row with { Region = key },
            // The last day of a stock is also the day on which it is looked at: a period of it is no filter.
            ReachBy.Month or ReachBy.Year => query.Measure == Measure.Certified ? null : Within(row, key),
            ReachBy.Course => row with { Course = key },
            // Beside the funder asked for stand the others of the same cohorts: both at once is no filter.
            ReachBy.Funder => query.Funder is null || query.Funder == key ? row with { Funder = key } : null,
            ReachBy.Sex => EnumText.Parse<Sex>(key) is { } sex ? row with { Sex = sex } : null,
            ReachBy.AgeBand => row with { AgeBand = key },
            // A row of organisations is one organisation, and a filter is it with all below it.
            ReachBy.Organisation => null,
            _ => throw new ArgumentOutOfRangeException(nameof(query), by, "Rows of an unknown kind."),
        };
    }

    /// <summary>The days of a month or year.</summary>
    /// <param name="period"><c>yyyy-MM</c> or <c>yyyy</c>.</param>
    public static (DateOnly From, DateOnly To) DaysOf(string period)
    {
        var isYear = period.Length == 4;
        var first = DateOnly.ParseExact(isYear ? period + "-01" : period, "yyyy-MM", CultureInfo.InvariantCulture);
        return (first, (isYear ? first.AddYears(1) : first.AddMonths(1)).AddDays(-1));
    }

    // A period that begins before the query does is only the part within it.
    private static ReachQuery Within(ReachQuery query, string period)
    {
        var (from, to) = DaysOf(period);
        return query with { From = query.From > from ? query.From : from, To = query.To < to ? query.To : to };
    }
}
