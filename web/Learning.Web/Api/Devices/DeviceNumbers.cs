using System.Collections.Immutable;
using Learning.Domain.Devices;
using Learning.Silo.ReadModel;
using Microsoft.EntityFrameworkCore;

namespace Learning.Web.Api.Devices;

/// <summary>Which of a phone's scans have come, from everybody who has some.</summary>
/// <param name="readModel">The read model.</param>
public sealed class DeviceNumbers(IDbContextFactory<LearningReadModel> readModel)
{
    /// <summary>The numbers, as ranges in order and apart.</summary>
    /// <param name="deviceId">Device id.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<ImmutableArray<SeqRange>> Of(string deviceId, CancellationToken cancel = default)
    {
        await using var db = await readModel.CreateDbContextAsync(cancel);
        var some = await db.Received.Where(r => r.DeviceId == deviceId).Select(r => r.Numbers).ToListAsync(cancel);
        return SeqRange.Join(some.SelectMany(numbers => SeqRange.Parse(numbers)));
    }
}
