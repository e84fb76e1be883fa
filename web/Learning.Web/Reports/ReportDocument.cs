using System.Text.Json;
using System.Text.Json.Serialization;
using Learning.Web.Api.Requests;
using Learning.Web.Reach;
using Learning.Web.Reach.Donors;

namespace Learning.Web.Reports;

/// <summary>
/// What a frozen report says. It is written once; its bytes are kept and answered for ever, so that a later change of this type
/// changes no report.
/// </summary>
public sealed record ReportDocument
{
    private static readonly JsonSerializerOptions Json = Options();

    /// <summary>Report id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>When it was frozen, and as of when the figures are, UTC.</summary>
    public required DateTimeOffset FrozenAt { get; init; }

    /// <summary>User name; not in a donor's copy.</summary>
    public string? FrozenBy { get; init; }

    /// <summary>The filters.</summary>
    public required FigureView Figure { get; init; }

    /// <summary>What the region is called.</summary>
    public required TwoTexts RegionName { get; init; }

    /// <summary>What the measure counts.</summary>
    public required TwoTexts MeasureDefinition { get; init; }

    /// <summary>The counting rule.</summary>
    public required ReportRule Rule { get; init; }

    /// <summary>The figure; left out where it is withheld.</summary>
    public decimal? Total { get; init; }

    /// <summary>Unnamed attendances beside it; left out where they are withheld.</summary>
    public long? Unnamed { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ReportRow> Rows { get; init; }

    /// <summary>Sum of the rows; left out where it is withheld.</summary>
    public decimal? SumOfRows { get; init; }

    /// <summary>What rows count more than once.</summary>
    public decimal? Overlap { get; init; }

    /// <summary>What the figure was to come to, if that was set.</summary>
    public ReportTarget? Target { get; init; }

    /// <summary>
    /// The figure seen from its donors. Left out of reports of headcounts, of reports from before there was this, and of a donor's
    /// copy where the total is withheld.
    /// </summary>
    public DonorTables<TwoTexts>? Donors { get; init; }

    /// <summary>SHA-256 of the facts behind it.</summary>
    public required string FactsFingerprint { get; init; }

    /// <summary>How many facts; not in a donor's copy.</summary>
    public int? Facts { get; init; }

    /// <summary>In a donor's copy: cells of fewer people than this are withheld, and others that would give them away.</summary>
    public int? SmallCellsBelow { get; init; }

    /// <summary>The document's text. Its UTF-8 bytes are the report.</summary>
    public string ToText() => JsonSerializer.Serialize(this, Json) + "\n";

    /// <summary>Reads a document.</summary>
    /// <param name="text">Its text.</param>
    public static ReportDocument Parse(string text) => JsonSerializer.Deserialize<ReportDocument>(text, Json) ?? throw new JsonException("The document of a report is null.");

    private static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions { WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        ApiJson.Set(options);
        return options;
    }
}
