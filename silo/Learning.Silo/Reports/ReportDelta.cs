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

    /// <summary>Each person for whom something changed, those who alter the total first, then unnamed attendances by cohort.</summary>
    public required ImmutableArray<ReportChange> Changes { get; init; }

    /// <summary>What another version of the counting rule makes of the facts as they were, less the total then.</summary>
    public required decimal RuleEffect { get; init; }

    /// <summary>Total now, less total then, less <see cref="RuleEffect"/>, less what <see cref="Changes"/> come to: 0 if they explain all of it.</summary>
    public required decimal Unexplained { get; init; }
}
