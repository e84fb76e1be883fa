using System.Collections.Concurrent;
using Learning.Silo.Changes;
using Learning.Silo.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Learning.Silo.Projections;

/// <summary>
/// Takes changed grains, writes what they make of the read model, tells the reach shards whose facts changed, and only then
/// takes the changes out of the set. Cut off anywhere, it repeats harmlessly.
/// </summary>
internal sealed class Projector(IChangeSet changes, IStateReader states, [FromKeyedServices(DatabaseUse.Projections)] IDatabase database, ReachRefresh reach)
{
    /// <summary>Most changes of a batch. A smaller one means that the slot was empty afterwards, but for what came meanwhile.</summary>
    public const int AtOnce = 200;

    // Slots of which everything that was written has been told: what this process finds at first, another may have written before it died.
    private readonly ConcurrentDictionary<int, bool> told = [];

    /// <summary>Takes a slot over from whatever process had it before.</summary>
    /// <param name="slot">From 0.</param>
    public void TakeOver(int slot) => told.TryRemove(slot, out _);

    /// <summary>Projects one batch of a slot.</summary>
    /// <param name="slot">From 0.</param>
    /// <param name="cancel">Cancels between batches and in reading.</param>
    /// <returns>How many changes it took; 0 when the slot was empty.</returns>
    public async Task<int> ProjectSome(int slot, CancellationToken cancel)
    {
        var taken = await changes.Take(slot, AtOnce);
        var isRepeated = !told.GetValueOrDefault(slot);
        if (taken.Count == 0)
        {
            told[slot] = true;
            return 0;
        }

        // What stands in the read model already looks unchanged the second time, and the shards would never hear of it.
        var batch = new ReadModelBatch(isRepeated);
        foreach (var group in taken.GroupBy(c => c.StateName))
        {
            // What only grains ask for is listed nowhere.
            if (!StateProjections.ByStateName.TryGetValue(group.Key, out var projection)) continue;
            await projection.Project(states, group.Select(c => c.Key), batch, cancel);
        }

        told[slot] = false;
        await database.WriteAsync(async (connection, stop) =>
        {
            await batch.WriteTo(connection, database.Kind, stop);
            return true;
        }, cancel);
        await reach.Tell(slot, batch, cancel);
        await changes.Done(slot, taken);
        // A full batch after a failure may not have been the one that failed.
        told[slot] = !isRepeated || taken.Count < AtOnce;
        return taken.Count;
    }

    /// <summary>Empties the read model, as a rebuild starts; people are numbered from the beginning again.</summary>
    /// <param name="cancel">Cancels.</param>
    public async Task Clear(CancellationToken cancel)
    {
        var shards = await reach.Shards();
        await database.WriteAsync(async (connection, stop) =>
        {
            foreach (var table in Table.All) await connection.ExecuteAsync($"delete from {table.Name}", [], stop);
            return await connection.ExecuteAsync(
                database.Kind == DatabaseKind.Sqlite ? "delete from sqlite_sequence where name = 'people'" : "alter table people alter column number restart with 1", [], stop);
        }, cancel);
        await reach.Reload(shards);
    }
}
