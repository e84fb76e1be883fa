using System.Collections.Immutable;

namespace Learning.Domain.Reports;

/// <summary>What changed since a report was frozen for one person, or in the unnamed attendances of one cohort.</summary>
/// <param name="TraineeId">The person, or the one they were merged into; empty for unnamed attendances.</param>
/// <param name="Effect">What that does to the total: people, participations or hours.</param>
/// <param name="Causes">Each thing that happened.</param>
/// <param name="Unnamed">What it does to the number of unnamed attendances.</param>
public sealed record ReportChange(string TraineeId, decimal Effect, ImmutableArray<ReportCause> Causes, long Unnamed = 0);
