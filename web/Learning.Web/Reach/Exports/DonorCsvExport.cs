using System.Text;
using Learning.Domain.Text;
using Learning.Web.Reach.Donors;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>
/// A figure seen from its donors as CSV. A file of its own, since its lines have other columns than a view's; <c>view</c> tells the
/// three views apart, which must never be added together, and <c>kind</c> rows from the lines of sum, overlap and total below them.
/// </summary>
public static class DonorCsvExport
{
    private static readonly string[] Columns = ["view", "label", "key", "name", "with", "withName", "value", "alone", "exact", "kind", .. CsvContext.Columns];

    /// <summary>The file, UTF-8.</summary>
    /// <param name="view">The view; without donors there is only the line of the total.</param>
    /// <param name="hxl">Whether to put tags of the Humanitarian Exchange Language (HXL 1.1) below the head.</param>
    /// <param name="words">The reader's language.</param>
    public static byte[] Of(ExportedView view, bool hxl, IWords words)
    {
        var lines = new StringBuilder(CsvText.Line(Columns));
        if (hxl) lines.Append(string.Join(',', Tags(view))).Append("\r\n");
        if (view.Donors is { } donors)
        {
            foreach (var row in donors.SupportedBy.Rows) Line("supportedBy", donors.SupportedBy.Label, "row", row.Value, row.Key, row.Name, alone: row.Only);
            Line("supportedBy", donors.SupportedBy.Label, "sumOfRows", donors.SupportedBy.SumOfRows);
            Line("supportedBy", donors.SupportedBy.Label, "overlap", donors.SupportedBy.Overlap);
            foreach (var row in donors.Shared.Rows)
                foreach (var other in donors.Shared.Rows)
                    Line("shared", donors.Shared.Label, "row", row.With[other.Key], row.Key, row.Name, other);
            foreach (var row in donors.Apportioned.Rows) Line("apportioned", donors.Apportioned.Label, "row", row.Value, row.Key, row.Name, exact: row.Exact);
        }

        Line("", "", "total", view.Total);
        Line("", "", "unnamed", view.Unnamed);
        return CsvContext.File(lines);

        void Line(string table, string label, string kind, decimal? value, string key = "", string name = "", SharedRow<string>? with = null, decimal? alone = null, string? exact = null)
        {
            string[] cells =
            [
                table, CsvText.Cell(label), CsvText.Cell(key), CsvText.Cell(name), CsvText.Cell(with?.Key), CsvText.Cell(with?.Name), CsvText.Cell(value), CsvText.Cell(alone), CsvText.Cell(exact), kind,
                .. CsvContext.Cells(view, view.Query, value is null ? words["reachfile.withheld"] : ""),
            ];
            lines.Append(string.Join(',', cells)).Append("\r\n");
        }
    }

    private static IEnumerable<string> Tags(ExportedView view)
    {
        var value = CsvContext.ValueTag(view.Query.Measure);
        return
        [
            "#meta+view+code", "#meta+view+name", "#org+funder+code", "#org+funder+name", "#org+funder+with+code", "#org+funder+with+name", value, value + "+alone", "#meta+fraction", "#meta+kind",
            .. CsvContext.Tags,
        ];
    }
}
