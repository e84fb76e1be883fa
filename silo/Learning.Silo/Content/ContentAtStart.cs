using Learning.Contracts.Courses;
using Learning.Contracts.Funders;
using Learning.Domain.Courses;
using Microsoft.Extensions.Hosting;

namespace Learning.Silo.Content;

/// <summary>Publishes the content folder's courses and funders to their grains. What is there already, alike, is left alone.</summary>
internal sealed class ContentAtStart(IGrainFactory grains, LearningContent content) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var course in content.Courses) await PublishUnlessKnown(course);
        foreach (var funder in content.Funders) await grains.GetGrain<IFunderGrain>(funder.Code).Put(funder);
    }

    // What was published from this same file once stays as somebody has changed it since.
    private async Task PublishUnlessKnown(CourseVersion course)
    {
        var grain = grains.GetGrain<ICourseGrain>(course.Code);
        var known = await grain.Versions();
        if (known.All(version => version with { Version = course.Version } != course)) await grain.Publish(course);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
