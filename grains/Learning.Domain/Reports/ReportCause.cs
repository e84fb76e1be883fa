namespace Learning.Domain.Reports;

/// <summary>One thing that happened since a report was frozen.</summary>
/// <param name="Kind">What.</param>
/// <param name="CohortId">In which cohort.</param>
/// <param name="Session">Number of the session, if it was about one.</param>
/// <param name="At">When, UTC, if it is known.</param>
/// <param name="By">User name, phone or import, if it is known.</param>
public sealed record ReportCause(ReportChangeKind Kind, string CohortId, int? Session = null, DateTimeOffset? At = null, string? By = null);
