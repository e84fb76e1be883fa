using Learning.Domain.Reports;

namespace Learning.Grains.Reports;

/// <summary>State <c>report</c>. Written once.</summary>
public sealed record StoredReport
{
    /// <summary>The report; <see langword="null"/> before it is frozen.</summary>
    public Report? Report { get; init; }
}
