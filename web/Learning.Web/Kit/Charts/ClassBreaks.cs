namespace Learning.Web.Kit.Charts;

/// <summary>
/// The classes of a choropleth. Class 0 is "none"; class n (from 1) goes from its lower bound to the next one's, that one not
/// included. The classes are the natural breaks (Jenks 1967: least squared distance from the class means) of the values' square
/// roots, so that one large city does not leave a single colour to all the rest; each bound is the roundest number in its gap.
/// </summary>
public sealed class ClassBreaks
{
    /// <summary>Most classes; the stylesheet has a colour for each.</summary>
    public const int Most = 5;

    private ClassBreaks(IReadOnlyList<decimal> lowerBounds) => LowerBounds = lowerBounds;

    /// <summary>Lower bound of each class, ascending; empty when nothing is above zero.</summary>
    public IReadOnlyList<decimal> LowerBounds { get; }

    /// <summary>Finds the classes of some values.</summary>
    /// <param name="values">The values; those not above zero belong to class 0.</param>
    public static ClassBreaks Of(IEnumerable<decimal> values)
    {
        var sorted = values.Where(v => v > 0).Order().ToArray();
        if (sorted.Length == 0) return new([]);
        var classes = Math.Min(Most, sorted.Distinct().Count());
        return new([Math.Min(1, sorted[0]), .. Starts(sorted, classes).Select(i => Roundest(sorted[i - 1], sorted[i]))]);
    }

    /// <summary>The class of a value: 0 for none, else from 1 on.</summary>
    /// <param name="value">The value.</param>
    public int ClassOf(decimal value) => value <= 0 ? 0 : LowerBounds.Count(bound => value >= bound);

    // Where each class after the first starts. Equal values are never apart.
    private static IEnumerable<int> Starts(decimal[] sorted, int classes)
    {
        var count = sorted.Length;
        var roots = Array.ConvertAll(sorted, value => Math.Sqrt((double)value));
        var cost = new double[classes + 1, count + 1];
        var start = new int[classes + 1, count + 1];
        for (var k = 0; k <= classes; k++)
            for (var end = 0; end <= count; end++) cost[k, end] = k == 0 && end == 0 ? 0 : double.PositiveInfinity;
        for (var k = 1; k <= classes; k++)
        {
            for (var end = 1; end <= count; end++)
            {
                double sum = 0, squares = 0;
                for (var from = end - 1; from >= 0; from--)
                {
                    sum += roots[from];
                    squares += roots[from] * roots[from];
                    if (from > 0 && sorted[from - 1] == sorted[from]) continue;
                    var total = cost[k - 1, from] + squares - (sum * sum / (end - from));
                    if (total >= cost[k, end]) continue;
                    cost[k, end] = total;
                    start[k, end] = from;
                }
            }
        }

        var starts = new Stack<int>();
        for (var (k, end) = (classes, count); k > 1; k--)
        {
            end = start[k, end];
            starts.Push(end);
        }

        return starts;
    }

    // The smallest multiple of the largest round step that lies above one value and not above the other.
    private static decimal Roundest(decimal below, decimal above)
    {
        for (var power = Power(above); power >= 0.01m; power /= 10)
        {
            foreach (var step in (decimal[])[power, power / 2, power / 4, power / 5])
            {
                var bound = (Math.Floor(below / step) + 1) * step;
                if (bound <= above) return bound;
            }
        }

        return above;
    }

    private static decimal Power(decimal value)
    {
        var power = 1m;
        while (power * 10 <= value) power *= 10;
        return power;
    }
}
