using System.Collections.Immutable;
using Learning.Domain.Trainees;

namespace Learning.Domain.Cohorts;

/// <summary>One row of a sign-in sheet, its person known.</summary>
/// <param name="RowId">The row's own id; the scans made from it are named by it.</param>
/// <param name="TraineeId">Who.</param>
/// <param name="Facts">The person as the sheet has them.</param>
/// <param name="Attended">Numbers of the sessions attended.</param>
/// <param name="PreScore">Pre-test, percent.</param>
/// <param name="PostScore">Post-test, percent.</param>
public sealed record ImportedPerson(string RowId, string TraineeId, PersonAsOf Facts, ImmutableArray<int> Attended, decimal? PreScore, decimal? PostScore);
