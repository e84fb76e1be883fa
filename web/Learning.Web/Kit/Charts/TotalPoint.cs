using System.Globalization;
using Learning.Domain.Reach;

namespace Learning.Web.Kit.Charts;

/// <summary>One point of a running total.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Total">The total up to the end of that month.</param>
public sealed record TotalPoint(DateOnly Month, decimal Total)
{
    /// <summary>The points of a reach answer by month.</summary>
    /// <param name="rows">Rows with keys <c>yyyy-MM</c> and cumulative values.</param>
    public static IReadOnlyList<TotalPoint> From(IEnumerable<ReachRow> rows) =>
    [
        .. rows.Where(row => row.Cumulative is not null).Select(row => new TotalPoint(
            DateOnly.ParseExact(row.Key + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture), row.Cumulative!.Value)),
    ];
}
