using Learning.Domain.Reach;
using Learning.Domain.Regions;
using Learning.Web.Reach.Donors;
using Learning.Web.Words;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Learning.Web.Reach.Exports;

/// <summary>A view as a workbook: a sheet of numbers and dates with a head that stays, one that says what they mean, and one for each view of the figure's donors.</summary>
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
        var sheets = new Dictionary<string, object>
        {
            [words["reachfile.sheet.figures"]] = Figures(view, words).ToList(),
            [words["reachfile.sheet.definitions"]] = Definitions.Of(view, regions, words)
                .Select(d => new Dictionary<string, object?> { [words["reachfile.what"]] = d.Label, [words["reachfile.means"]] = Cell(d.Value) }).ToList(),
        };
        if (view.Donors is { SupportedBy.Rows.Count: > 0 } donors)
        {
            sheets[donors.SupportedBy.Label] = Supported(view, donors.SupportedBy, words).ToList();
            sheets[donors.Shared.Label] = Shared(donors.Shared, words).ToList();
            sheets[donors.Apportioned.Label] = Apportioned(view, donors.Apportioned, words).ToList();
        }

        using var file = new MemoryStream();
        file.SaveAs(sheets, configuration: Settings);
        return file.ToArray();
    }

    // A sheet a view: what must never be added together does not stand below each other.
    private static IEnumerable<Dictionary<string, object?>> Supported(ExportedView view, SupportedView<string> supported, IWords words)
    {
        foreach (var row in supported.Rows) yield return Line(row.Name, row.Key, row.Value, row.Only);
        yield return Line(words["reach.sumOfRows"], "sumOfRows", supported.SumOfRows, null);
        yield return Line("− " + words["reach.overlap"], "overlap", supported.Overlap, null);
        yield return Line("= " + words["list.total"], "total", view.Total, null);

        Dictionary<string, object?> Line(string name, string key, decimal? value, decimal? alone) => new()
        {
            [words["funder.label"]] = name, [words["reachfile.code"]] = key, [words.Of(view.Query.Measure)] = value, [words["funder.only"]] = alone,
        };
    }

    // Columns are named by codes: two donors may have one name.
    private static IEnumerable<Dictionary<string, object?>> Shared(SharedView<string> shared, IWords words) => shared.Rows.Select(row =>
        new Dictionary<string, object?>(shared.Rows.Select(other => KeyValuePair.Create<string, object?>(other.Key.Length == 0 ? words["funder.none"] : other.Key, row.With[other.Key]))
            .Prepend(new(words["reachfile.code"], row.Key)).Prepend(new(words["funder.label"], row.Name))));

    private static IEnumerable<Dictionary<string, object?>> Apportioned(ExportedView view, ApportionedView<string> apportioned, IWords words)
    {
        foreach (var row in apportioned.Rows) yield return Line(row.Name, row.Key, row.Value, row.Exact);
        yield return Line("= " + words["list.total"], "total", view.Total, null);

        Dictionary<string, object?> Line(string name, string key, decimal? value, string? exact)
        {
            var line = new Dictionary<string, object?> { [words["funder.label"]] = name, [words["reachfile.code"]] = key, [words.Of(view.Query.Measure)] = value };
            if (!view.IsSuppressed) line[words["funder.exact"]] = exact;
            return line;
        }
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
