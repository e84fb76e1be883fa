using System.Collections.Immutable;
using Learning.Domain.Trainees;

namespace Learning.Contracts.Trainees;

/// <summary>Which records are one person's, from the records themselves.</summary>
public static class PersonRecords
{
    /// <summary>The record that stands for the person of a record: itself, or the last that it and its successors were merged into.</summary>
    /// <param name="grains">The grains.</param>
    /// <param name="traineeId">Any record's id.</param>
    /// <returns><see langword="null"/> if nobody is registered under the id.</returns>
    public static Task<Trainee?> Survivor(this IGrainFactory grains, string traineeId) => Survivor(id => new(grains.GetGrain<ITraineeGrain>(id).Get()), traineeId).AsTask();

    /// <summary>The record that stands for the person of a record, read in some way.</summary>
    /// <param name="read">Reads a record.</param>
    /// <param name="traineeId">Any record's id.</param>
    /// <returns><see langword="null"/> if nobody is registered under the id.</returns>
    public static async ValueTask<Trainee?> Survivor(Func<string, ValueTask<Trainee?>> read, string traineeId)
    {
        var trainee = await read(traineeId);
        while (trainee?.MergedInto is { } next) trainee = await read(next);
        return trainee;
    }

    /// <summary>A record and all that were merged into it, over any number of steps.</summary>
    /// <param name="grains">The grains.</param>
    /// <param name="person">The record; it comes first.</param>
    public static async Task<ImmutableArray<Trainee>> Records(this IGrainFactory grains, Trainee person)
    {
        var records = ImmutableArray.CreateBuilder<Trainee>();
        records.Add(person);
        for (var i = 0; i < records.Count; i++)
        {
            var into = records[i];
            foreach (var other in await Task.WhenAll(into.OtherRecords.Select(id => grains.GetGrain<ITraineeGrain>(id).Get())))
                if (other?.MergedInto == into.Id)
                    records.Add(other);
        }

        return records.ToImmutable();
    }
}
