using System.Collections.Immutable;
using Learning.Contracts.Courses;
using Learning.Domain.Courses;
using Learning.Grains.State;

namespace Learning.Grains.Courses;

/// <inheritdoc cref="ICourseGrain"/>
public sealed class CourseGrain([PersistentState("course")] IPersistentState<StoredCourse> state) : Grain, ICourseGrain
{
    /// <inheritdoc/>
    public Task<CourseVersion?> Latest() => Task.FromResult(state.State.Versions.LastOrDefault());

    /// <inheritdoc/>
    public Task<ImmutableArray<CourseVersion>> Versions() => Task.FromResult(state.State.Versions);

    /// <inheritdoc/>
    public async Task<CourseVersion> Publish(CourseVersion content)
    {
        var latest = state.State.Versions.LastOrDefault();
        var next = content with { Code = this.GetPrimaryKeyString(), Version = (latest?.Version ?? 0) + 1 };
        if (latest is not null && latest == next with { Version = latest.Version }) return latest;
        await state.Write(state.State with { Versions = state.State.Versions.Add(next) });
        return next;
    }
}
