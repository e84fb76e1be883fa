using Learning.Domain.Reach;
using Learning.Domain.Reach.Targets;
using Learning.Web.Reach.Donors;

namespace Learning.Web.Reach.Exports;

/// <summary>One view with everything that says what it is, as it goes into a file.</summary>
public sealed record ExportedView
{
    /// <summary>What was asked, with its rows.</summary>
    public required ReachQuery Query { get; init; }

    /// <summary>The counting rule.</summary>
    public required CountingRule Rule { get; init; }

    /// <summary>When it was worked out, UTC.</summary>
    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The first and last day that it covers, also where the query has no bounds.</summary>
    public required (DateOnly From, DateOnly To) Days { get; init; }

    /// <summary>The figure; <see langword="null"/> if it is withheld.</summary>
    public decimal? Total { get; init; }

    /// <summary>Unnamed attendances beside it; <see langword="null"/> if they are withheld.</summary>
    public long? Unnamed { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<ExportedRow> Rows { get; init; }

    /// <summary>Sum of the rows; <see langword="null"/> if it is withheld.</summary>
    public decimal? SumOfRows { get; init; }

    /// <summary>What rows count more than once; <see langword="null"/> if it is withheld.</summary>
    public decimal? Overlap => SumOfRows - Total;

    /// <summary>The figure seen from its donors; <see langword="null"/> for headcounts, or if it is withheld.</summary>
    public DonorTables<string>? Donors { get; init; }

    /// <summary>What the figure is to come to.</summary>
    public Target? Target { get; init; }

    /// <summary>Whether small cells were to be withheld.</summary>
    public bool IsSuppressed { get; init; }

    /// <summary>Each filter that is set: its name in the API and its value there.</summary>
    public IEnumerable<(string Field, string Value)> Filters
    {
        get
        {
            if (Query.Course is { } course) yield return ("course", course);
            if (Query.Funder is { } funder) yield return ("funder", funder);
            if (Query.Sex is { } sex) yield return ("sex", Domain.Text.EnumText.Of(sex));
            if (Query.AgeBand is { } band) yield return ("ageBand", band);
            if (Query.Organisation is { } organisation) yield return ("organisation", organisation);
        }
    }
}
