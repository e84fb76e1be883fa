using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Web.Words;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Learning.Web.Reach.Exports;

/// <summary>A view as a workbook: a sheet of numbers and dates with a head that stays, and one that says what they mean.</summary>
public static class XlsxExport
{
    // Text is written as text, so that nothing in a name is ever computed.
    private static readonly OpenXmlConfiguration Settings = new() { FreezeRowCount = 1, AutoFilter = false, EnableAutoWidth = true, FastMode = true };

    /// <summary>The file.</summary>
    /// <param name="view">The view.</param>
    /// <param name="regions">For the name of the region.</param>
    /// <param name="words">The reader's language.</param>
    public static byte[] Of(ExportedView view, RegionTree regions, IWords words)
    {
        using var file = new MemoryStream();
        file.SaveAs(
            new Dictionary<string, object>
            {
                [words["reachfile.sheet.figures"]] = Figures(view, words).ToList(),
                [words["reachfile.sheet.definitions"]] = Definitions.Of(view, regions, words)
                    .Select(d => new Dictionary<string, object?> { [words["reachfile.what"]] = d.Label, [words["reachfile.means"]] = Cell(d.Value) }).ToList(),
            },
            configuration: Settings);
        return file.ToArray();
    }

    private static IEnumerable<Dictionary<string, object?>> Figures(ExportedView view, IWords words)
    {
        foreach (var row in view.Rows) yield return Line(row.Name, row.Key, row.Query, row.Value, row.Cumulative, row.Target?.Current?.Value);
        if (view.Query.By is not null)
        {
            yield return Line(words["reach.sumOfRows"], "sumOfRows", null, view.SumOfRows, null, null);
            yield return Line("− " + words["reach.overlap"], "overlap", null, view.Overlap, null, null);
        }

        yield return Line("= " + words["list.total"], "total", view.Query, view.Total, null, view.Target?.Current?.Value);
        yield return Line("+ " + words.Of(Measure.Headcount), "unnamed", null, view.Unnamed, null, null);

        Dictionary<string, object?> Line(string name, string key, ReachQuery? figure, decimal? value, decimal? cumulative, decimal? target)
        {
            var line = new Dictionary<string, object?>
            {
                [words[view.Query.By is { } by ? "reach.by." + Domain.Text.EnumText.Of(by) : "reachfile.figure"]] = name,
                [words["reachfile.code"]] = key,
                [words.Of(view.Query.Measure)] = value is { } number ? number : words["reachfile.withheld"],
            };
            if (view.Query.By is ReachBy.Month or ReachBy.Year)
            {
                line[words["reach.cumulative"]] = cumulative;
                line[words["reach.from"]] = Cell(figure?.From);
                line[words["reach.to"]] = Cell(figure?.To);
            }

            line[words["target.label"]] = target;
            return line;
        }
    }

    private static object? Cell(object? value) => value is DateOnly day ? day.ToDateTime(TimeOnly.MinValue) : value;
}
