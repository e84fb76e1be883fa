using System.Globalization;

namespace Learning.Web.Kit.Charts;

/// <summary>Numbers in SVG attributes: a decimal point in every culture, one decimal.</summary>
public static class SvgNumber
{
    /// <summary>The number as text.</summary>
    /// <param name="number">A coordinate.</param>
    public static string Of(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
