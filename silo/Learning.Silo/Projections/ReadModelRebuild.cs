using System.Diagnostics;
using Learning.Silo.Changes;

namespace Learning.Silo.Projections;

/// <summary>Makes the read model anew from grain states alone.</summary>
public sealed class ReadModelRebuild
{
    private readonly Projector projector;
    private readonly IChangeSet changes;
    private readonly ReadModelFreshness freshness;

    internal ReadModelRebuild(Projector projector, IChangeSet changes, ReadModelFreshness freshness) =>
        (this.projector, this.changes, this.freshness) = (projector, changes, freshness);

    /// <summary>Empties it, marks every state as changed, and returns when all are projected.</summary>
    /// <returns>How many states, and the seconds it took.</returns>
    public async Task<(long States, double Seconds)> Run()
    {
        var watch = Stopwatch.StartNew();
        await projector.Clear(CancellationToken.None);
        var states = await changes.MarkAll();
        await freshness.CatchUp();
        return (states, watch.Elapsed.TotalSeconds);
    }
}
