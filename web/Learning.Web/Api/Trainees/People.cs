using Learning.Contracts.Trainees;
using Learning.Domain.Ids;
using Learning.Domain.Trainees;

namespace Learning.Web.Api.Trainees;

/// <summary>The people behind ids, from their grains: a name is never older than the mark it stands beside.</summary>
public sealed class People(IGrainFactory grains)
{
    private const int AtOnce = 100;

    /// <summary>The people with these ids; ids that are nobody's are left out. Somebody merged is found under the old id, too.</summary>
    /// <param name="traineeIds">Any ids.</param>
    public async Task<IReadOnlyDictionary<string, Trainee>> Of(IEnumerable<string> traineeIds)
    {
        var found = new Dictionary<string, Trainee>(StringComparer.Ordinal);
        foreach (var some in traineeIds.Where(LearningId.IsId).Distinct().Chunk(AtOnce))
        {
            foreach (var (id, trainee) in await Task.WhenAll(some.Select(async id => (id, await Find(id)))))
                if (trainee is not null)
                    found[id] = trainee;
        }

        return found;
    }

    /// <summary>The person with that id, or the one they were merged into.</summary>
    /// <param name="traineeId">As sent.</param>
    public async Task<Trainee?> Find(string? traineeId) => LearningId.IsId(traineeId) ? await grains.Survivor(traineeId!) : null;
}
