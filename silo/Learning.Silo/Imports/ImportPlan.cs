using Learning.Domain.Courses;
using Learning.Domain.Imports;

namespace Learning.Silo.Imports;

/// <summary>An uploaded file as far as it could be read.</summary>
/// <param name="Columns">Which column is what; null if there was not even a header.</param>
/// <param name="Sheets">Its trainings; null if the file is refused.</param>
/// <param name="Problems">Everything that is wrong with the file and its rows.</param>
/// <param name="Courses">The newest version of every course, by code.</param>
internal sealed record ImportPlan(ColumnMatch? Columns, SheetPlan? Sheets, IReadOnlyList<ImportProblem> Problems, IReadOnlyDictionary<string, CourseVersion> Courses);
