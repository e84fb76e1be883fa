using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Domain.Reports;

namespace Learning.Silo.Reports;

/// <summary>What of a frozen report would be otherwise if it were made now, and why.</summary>
public sealed record ReportDelta
{
    /// <summary>When it was compared, UTC.</summary>
    public required DateTimeOffset ComparedAt { get; init; }

    /// <summary>The figures now.</summary>
    public required RegionalReach Now { get; init; }

    /// <summary>Version of the counting rule now; another than then alters the report without any fact having changed.</summary>
    public required int RuleVersion { get; init; }

    /// <summary>Fingerprint of the facts now.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Whether the facts kept with the report still have the fingerprint it names.</summary>
    public required bool FactsAreIntact { get; init; }

    /// <summary>Each person for whom something changed, those who alter the total first.</summary>
    public required ImmutableArray<ReportChange> Changes { get; init; }

    /// <summary>Total now, less total then, less what <see cref="Changes"/> come to: 0 if they explain all of it.</summary>
    public required decimal Unexplained { get; init; }
}
