using System.Text;
using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Domain.Text;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>
/// A view as CSV by RFC 4180. Every line names its measure, rule, filters and as-of time, so that it says what it is wherever it is
/// copied to; <c>kind</c> tells rows from the lines of sum, overlap, total and unnamed below them.
/// </summary>
public static class CsvExport
{
    private static readonly string[] Columns = ["key", "name", "value", "cumulative", "target", "kind", .. CsvContext.Columns];

    /// <summary>The file, UTF-8.</summary>
    /// <param name="view">The view.</param>
    /// <param name="hxl">Whether to put tags of the Humanitarian Exchange Language (HXL 1.1) below the head.</param>
    /// <param name="regions">For the administrative level of rows of regions.</param>
    /// <param name="words">The reader's language.</param>
    public static byte[] Of(ExportedView view, bool hxl, RegionTree regions, IWords words)
    {
        var lines = new StringBuilder(CsvText.Line(Columns));
        if (hxl) lines.Append(string.Join(',', Tags(view, regions))).Append("\r\n");
        foreach (var row in view.Rows) lines.Append(Line(view, row.Key, row.Name, row.Value, row.Cumulative, "row", row.Query, row.Target?.Current?.Value, words));
        // Sum and overlap say something only beside rows.
        if (view.Query.By is not null)
        {
            lines.Append(Line(view, "sumOfRows", words["reach.sumOfRows"], view.SumOfRows, null, "sumOfRows", null, null, words));
            lines.Append(Line(view, "overlap", words["reach.overlap"], view.Overlap, null, "overlap", null, null, words));
        }

        lines.Append(Line(view, "total", words["list.total"], view.Total, null, "total", null, view.Target?.Current?.Value, words));
        lines.Append(Line(view, "unnamed", words.Of(Measure.Headcount), view.Unnamed, null, "unnamed", null, null, words));
        return CsvContext.File(lines);
    }

    private static string Line(
        ExportedView view, string key, string name, decimal? value, decimal? cumulative, string kind, ReachQuery? figure, decimal? target, IWords words)
    {
        string[] cells =
        [
            CsvText.Cell(key), CsvText.Cell(name), CsvText.Cell(value), CsvText.Cell(cumulative), CsvText.Cell(target), kind,
            .. CsvContext.Cells(view, figure ?? view.Query, value is null ? words["reachfile.withheld"] : ""),
        ];
        return string.Join(',', cells) + "\r\n";
    }

    private static IEnumerable<string> Tags(ExportedView view, RegionTree regions)
    {
        var of = view.Query.By switch
        {
            ReachBy.Region => (regions.Find(view.Query.Region)?.Level ?? 0) + 1 is var level and <= 5 ? $"#adm{level}" : "#loc",
            ReachBy.Month or ReachBy.Year => "#date+period",
            ReachBy.Course => "#activity+course",
            ReachBy.Funder => "#org+funder",
            ReachBy.Organisation => "#org+member",
            ReachBy.Sex => "#meta+sex",
            ReachBy.AgeBand => "#meta+age",
            _ => "#meta+row",
        };
        var value = CsvContext.ValueTag(view.Query.Measure);
        return [of + "+code", of + "+name", value, value + "+cumulative", "#targeted", "#meta+kind", .. CsvContext.Tags];
    }
}
