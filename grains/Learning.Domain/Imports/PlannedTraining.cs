using System.Collections.Immutable;

namespace Learning.Domain.Imports;

/// <summary>One training of the sheets, to become a cohort.</summary>
/// <param name="CohortId">Follows from sheet, course, region and first day, so that a repeat gives the same cohort.</param>
/// <param name="Training">What the rows say about it.</param>
/// <param name="Rows">Its rows, in the order of the file.</param>
public sealed record PlannedTraining(string CohortId, SheetTraining Training, ImmutableArray<PlannedRow> Rows);
