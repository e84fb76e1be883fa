using System.Globalization;
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
    private static readonly string[] Columns =
    [
        "key", "name", "value", "cumulative", "target", "kind", "measure", "rule", "ruleVersion", "region", "regionKind", "from", "to", "course", "funder",
        "sex", "ageBand", "organisation", "asOf", "note",
    ];

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
        // With a byte order mark, because without one Excel takes Ө and Ү for something else.
        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(lines.ToString())];
    }

    private static string Line(
        ExportedView view, string key, string name, decimal? value, decimal? cumulative, string kind, ReachQuery? figure, decimal? target, IWords words)
    {
        var query = view.Query;
        string[] cells =
        [
            CsvText.Cell(key), CsvText.Cell(name), CsvText.Cell(value), CsvText.Cell(cumulative), CsvText.Cell(target), kind, EnumText.Of(query.Measure), CsvText.Cell(query.Rule),
            CsvText.Cell((decimal)view.Rule.Version), CsvText.Cell(query.Region), EnumText.Of(query.RegionKind), Day((figure ?? query).From), Day((figure ?? query).To),
            CsvText.Cell(query.Course), CsvText.Cell(query.Funder), query.Sex is { } sex ? EnumText.Of(sex) : "", CsvText.Cell(query.AgeBand), CsvText.Cell(query.Organisation),
            view.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), CsvText.Cell(value is null ? words["reachfile.withheld"] : ""),
        ];
        return string.Join(',', cells) + "\r\n";
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

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
        var value = view.Query.Measure switch
        {
            Measure.Reached => "#reached",
            Measure.Completed => "#reached+completed",
            Measure.Certified => "#reached+certified",
            Measure.FirstTime => "#reached+first",
            Measure.Headcount => "#reached+unnamed",
            Measure.ContactHours => "#indicator+hours+num",
            Measure.Participations => "#indicator+participations+num",
            Measure.Completions => "#indicator+completions+num",
            _ => throw new ArgumentOutOfRangeException(nameof(view), view.Query.Measure, "An unknown measure."),
        };
        return
        [
            of + "+code", of + "+name", value, value + "+cumulative", "#targeted", "#meta+kind", "#meta+measure", "#meta+rule+id", "#meta+rule+version", "#meta+region+code",
            "#meta+region+kind", "#date+start", "#date+end", "#meta+course+filter", "#meta+funder+filter", "#meta+sex+filter", "#meta+age+filter", "#meta+organisation+filter",
            "#date+asof", "#meta+note",
        ];
    }
}
