using Learning.Contracts.Imports;
using Learning.Domain.Imports;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Learning.Silo.Imports;

/// <summary>At start, wakes imports that a crash cut off.</summary>
internal sealed class ImportsAwake(IGrainFactory grains, IDbContextFactory<LearningReadModel> readModel) : BackgroundService
{
    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var db = await readModel.CreateDbContextAsync(stoppingToken);
        var unfinished = await db.Imports
            .Where(i => i.State == ImportState.Checking || i.State == ImportState.Importing || i.State == ImportState.Undoing)
            .Select(i => i.ImportId).ToListAsync(stoppingToken);
        foreach (var id in unfinished) await grains.GetGrain<IImportGrain>(id).Resume();
    }
}
