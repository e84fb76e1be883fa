using Learning.Contracts.Courses;
using Learning.Contracts.Funders;
using Microsoft.Extensions.Hosting;

namespace Learning.Silo.Content;

/// <summary>Publishes the content folder's courses and funders to their grains. What is there already, alike, is left alone.</summary>
internal sealed class ContentAtStart(IGrainFactory grains, LearningContent content) : IHostedService
{
    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var course in content.Courses) await grains.GetGrain<ICourseGrain>(course.Code).Publish(course);
        foreach (var funder in content.Funders) await grains.GetGrain<IFunderGrain>(funder.Code).Put(funder);
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
