using Learning.Silo.Content;
using Learning.Web.Words;

namespace Learning.Web.Reach.Exports;

/// <summary>The calls that give a view as a file: the same filters as <c>GET /api/reach</c>, and <c>suppress=true</c> to withhold small cells.</summary>
public static class ExportApi
{
    /// <summary>Maps them.</summary>
    /// <param name="api">The group of reach calls.</param>
    public static void MapReachExports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/reach." + ReachFile.Csv, Csv).WithSummary("The same view as CSV; hxl=true puts HXL tags below the head, suppress=true withholds small cells");
        api.MapGet("/reach/" + ReachFile.DonorCsv, DonorCsv).WithSummary("The three views of the figure's donors as CSV; hxl and suppress as for reach.csv").ProducesValidationProblem();
        api.MapGet("/reach." + ReachFile.Xlsx, Xlsx).WithSummary("The same view as a workbook with a sheet of definitions");
        api.MapGet("/reach." + ReachFile.Iati, Iati).WithSummary("The same view as IATI 2.03 results");
        api.MapGet("/reach." + ReachFile.Dhis2, Dhis2).WithSummary("The same view as a DHIS2 data value set; 400 for what DHIS2 can't say").ProducesValidationProblem();
    }

    private static Task<IResult> Csv(HttpRequest request, Exporting exporting, LearningContent content, IWords words) =>
        CsvFile(request, exporting, words, ReachFile.Csv, (view, hxl) => CsvExport.Of(view, hxl, content.Regions, words));

    private static Task<IResult> DonorCsv(HttpRequest request, Exporting exporting, IWords words) =>
        CsvFile(request, exporting, words, ReachFile.DonorCsv, (view, hxl) => DonorCsvExport.Of(view, hxl, words));

    private static Task<IResult> CsvFile(HttpRequest request, Exporting exporting, IWords words, string kind, Func<ExportedView, bool, byte[]> write)
    {
        var hxl = Truth(request, "hxl", words, out var wrong);
        return wrong is not null ? Task.FromResult(ReachRefusal.Of(wrong, words)) : exporting.File(request, words, kind, "text/csv; charset=utf-8", view => write(view, hxl));
    }

    private static Task<IResult> Xlsx(HttpRequest request, Exporting exporting, LearningContent content, IWords words) => exporting.File(
        request, words, ReachFile.Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", view => XlsxExport.Of(view, content.Regions, words));

    private static Task<IResult> Iati(HttpRequest request, Exporting exporting, LearningContent content, IWords words) =>
        exporting.File(request, words, ReachFile.Iati, "application/xml; charset=utf-8", view => IatiExport.Of(view, content));

    private static Task<IResult> Dhis2(HttpRequest request, Exporting exporting, LearningContent content, IWords words) => exporting.Run(request, words, ReachFile.Dhis2, view =>
    {
        var (set, errors) = Dhis2Export.Of(view, content.Dhis2, words);
        return set is null ? ReachRefusal.Of(errors, words) : Results.Json(set);
    });

    /// <summary>A yes or no of the query.</summary>
    /// <param name="request">The call.</param>
    /// <param name="field">Its name.</param>
    /// <param name="words">The caller's language.</param>
    /// <param name="wrong">What is wrong with it, if anything.</param>
    internal static bool Truth(HttpRequest request, string field, IWords words, out Dictionary<string, string[]>? wrong)
    {
        var text = request.Query[field].ToString();
        wrong = text is "" or "true" or "false" ? null : new() { [field] = [words["reach.unknownWord", text, "true, false"]] };
        return text == "true";
    }
}
