using System.Text;

namespace Learning.Web.Kit.Charts;

/// <summary>
/// Where everything of a running total lies in a drawing of <see cref="Width"/> × <see cref="Height"/>. Value labels stand
/// on their grid lines, inside the plot: so they may be as long and as large (on a phone) as they need.
/// </summary>
public sealed class RunningTotalPlot
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 640;

    /// <summary>Height of the drawing.</summary>
    public const int Height = 420;

    private const double Left = 4;
    private const double Right = Width - 16;
    private const double Top = 34;
    private const double Bottom = Height - 40;

    private readonly int firstMonth;
    private readonly int lastMonth;
    private readonly decimal highest;

    /// <summary>Lays the plot out.</summary>
    /// <param name="points">At least one point, months ascending; months left out keep the total before them.</param>
    /// <param name="target">A value to reach, if any.</param>
    public RunningTotalPlot(IReadOnlyList<TotalPoint> points, decimal? target)
    {
        firstMonth = Ticks.MonthNumber(points[0].Month);
        lastMonth = Ticks.MonthNumber(points[^1].Month);
        Values = Ticks.Values(Math.Max(points.Max(p => p.Total), target ?? 0));
        highest = Values[^1];
        Months = Ticks.Months(points[0].Month, points[^1].Month);
        Last = (X(points[^1].Month), Y(points[^1].Total));
        Line = Draw(points);
        Area = points.Count < 2 ? "" : $"{Line}V{N(Bottom)}H{N(X(points[0].Month))}z";
    }

    /// <summary>Values of the grid lines, 0 first.</summary>
    public IReadOnlyList<decimal> Values { get; }

    /// <summary>Months of the marks on the lower axis.</summary>
    public IReadOnlyList<DateOnly> Months { get; }

    /// <summary>The line, as path data.</summary>
    public string Line { get; }

    /// <summary>The area below it, as path data; empty for a single point.</summary>
    public string Area { get; }

    /// <summary>The last point.</summary>
    public (double X, double Y) Last { get; }

    /// <summary>Place of a month from the left.</summary>
    /// <param name="month">The month.</param>
    public double X(DateOnly month) => lastMonth == firstMonth
        ? (Left + Right) / 2
        : Left + ((Right - Left) * (Ticks.MonthNumber(month) - firstMonth) / (lastMonth - firstMonth));

    /// <summary>Place of a value from the top.</summary>
    /// <param name="value">The value.</param>
    public double Y(decimal value) => Bottom - ((Bottom - Top) * (double)(value / highest));

    private string Draw(IReadOnlyList<TotalPoint> points)
    {
        var path = new StringBuilder($"M{N(X(points[0].Month))} {N(Y(points[0].Total))}");
        for (var i = 1; i < points.Count; i++)
        {
            // In the months left out nothing was added: the line stays level until the month before this one.
            var before = Ticks.MonthNumber(points[i].Month) - 1;
            if (before > Ticks.MonthNumber(points[i - 1].Month)) path.Append($"H{N(X(Ticks.FromNumber(before)))}");
            path.Append($"L{N(X(points[i].Month))} {N(Y(points[i].Total))}");
        }

        return path.ToString();
    }

    private static string N(double number) => SvgNumber.Of(number);
}
