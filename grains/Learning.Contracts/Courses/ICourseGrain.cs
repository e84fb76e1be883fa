using System.Collections.Immutable;
using Learning.Domain.Courses;

namespace Learning.Contracts.Courses;

/// <summary>One course; the key is its code. Owns its published versions, which never change.</summary>
[Alias("course")]
public interface ICourseGrain : IGrainWithStringKey
{
    /// <summary>The latest version, or <see langword="null"/>.</summary>
    [Alias("latest")]
    Task<CourseVersion?> Latest();

    /// <summary>Every version, oldest first.</summary>
    [Alias("versions")]
    Task<ImmutableArray<CourseVersion>> Versions();

    /// <summary>Publishes a version; publishing the latest again alike gives that one.</summary>
    /// <param name="content">What it teaches and asks; its version number is not looked at.</param>
    [Alias("publish")]
    Task<CourseVersion> Publish(CourseVersion content);
}
