using System.Collections.Immutable;

namespace Learning.Domain.Reports;

/// <summary>What changed for one person since a report was frozen.</summary>
/// <param name="TraineeId">The person, or the one they were merged into.</param>
/// <param name="Effect">What that does to the total: people, participations or hours.</param>
/// <param name="Causes">Each thing that happened.</param>
public sealed record ReportChange(string TraineeId, decimal Effect, ImmutableArray<ReportCause> Causes);
