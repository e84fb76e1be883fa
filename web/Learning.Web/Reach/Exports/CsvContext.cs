using System.Globalization;
using System.Text;
using Learning.Domain.Reach;
using Learning.Domain.Text;

namespace Learning.Web.Reach.Exports;

/// <summary>The columns by which every line of a file says what it is, wherever it is copied to: measure, rule, filters, as-of time.</summary>
internal static class CsvContext
{
    /// <summary>Their names.</summary>
    public static readonly string[] Columns =
    [
        "measure", "rule", "ruleVersion", "region", "regionKind", "from", "to", "course", "funder", "sex", "ageBand", "organisation", "asOf", "note",
    ];

    /// <summary>Their tags of the Humanitarian Exchange Language.</summary>
    public static readonly string[] Tags =
    [
        "#meta+measure", "#meta+rule+id", "#meta+rule+version", "#meta+region+code", "#meta+region+kind", "#date+start", "#date+end", "#meta+course+filter",
        "#meta+funder+filter", "#meta+sex+filter", "#meta+age+filter", "#meta+organisation+filter", "#date+asof", "#meta+note",
    ];

    /// <summary>The cells of one line.</summary>
    /// <param name="view">The view.</param>
    /// <param name="figure">What the line's value is a figure of: for its days.</param>
    /// <param name="note">A word beside it.</param>
    public static IEnumerable<string> Cells(ExportedView view, ReachQuery figure, string note)
    {
        var query = view.Query;
        return
        [
            EnumText.Of(query.Measure), CsvText.Cell(query.Rule), CsvText.Cell((decimal)view.Rule.Version), CsvText.Cell(query.Region), EnumText.Of(query.RegionKind),
            Day(figure.From), Day(figure.To), CsvText.Cell(query.Course), CsvText.Cell(query.Funder), query.Sex is { } sex ? EnumText.Of(sex) : "", CsvText.Cell(query.AgeBand),
            CsvText.Cell(query.Organisation), view.AsOf.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), CsvText.Cell(note),
        ];
    }

    /// <summary>The tag of a measure's values.</summary>
    /// <param name="measure">The measure.</param>
    public static string ValueTag(Measure measure) => measure switch
    {
        Measure.Reached => "#reached",
        Measure.Completed => "#reached+completed",
        Measure.Certified => "#reached+certified",
        Measure.FirstTime => "#reached+first",
        Measure.Headcount => "#reached+unnamed",
        Measure.ContactHours => "#indicator+hours+num",
        Measure.Participations => "#indicator+participations+num",
        Measure.Completions => "#indicator+completions+num",
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "An unknown measure."),
    };

    /// <summary>The file of lines, with a byte order mark, because without one Excel takes Ө and Ү for something else.</summary>
    /// <param name="lines">The lines.</param>
    public static byte[] File(StringBuilder lines) => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(lines.ToString())];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
