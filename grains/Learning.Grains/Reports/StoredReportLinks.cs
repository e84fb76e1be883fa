using System.Collections.Immutable;
using Learning.Domain.Reports;

namespace Learning.Grains.Reports;

/// <summary>State <c>reportlinks</c>.</summary>
public sealed record StoredReportLinks
{
    /// <summary>Every link, in the order of making.</summary>
    public ImmutableArray<ReportLink> Links { get; init; } = [];

    /// <summary>The operations that made them, in the same order.</summary>
    public ImmutableArray<string> Operations { get; init; } = [];
}
