namespace Learning.Domain.Reach.Columns;

/// <summary>
/// What filters look at first in a cohort segment, as numbers in the code books: sixteen bytes, so that a question about
/// one soum walks past the cohorts of a country without reading the rest of them.
/// </summary>
/// <param name="Region">Number of the region; −1 while the cohort is unknown, cancelled or without sessions, and counts nowhere.</param>
/// <param name="Course">Number of the course.</param>
/// <param name="CourseKind">Number of the kind of course.</param>
/// <param name="Funding">Number of the way it is funded.</param>
internal readonly record struct CohortCodes(int Region, int Course, int CourseKind, int Funding)
{
    /// <summary>Those of a cohort that counts nowhere.</summary>
    public static CohortCodes Unknown { get; } = new(-1, 0, 0, 0);
}
