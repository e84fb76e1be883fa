using System.Collections.Immutable;
using Learning.Domain.Courses;

namespace Learning.Grains.Courses;

/// <summary>State <c>course</c>.</summary>
public sealed record StoredCourse
{
    /// <summary>Versions, oldest first.</summary>
    public ImmutableArray<CourseVersion> Versions { get; init; } = [];
}
