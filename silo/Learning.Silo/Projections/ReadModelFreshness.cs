using Learning.Contracts.Projections;
using Learning.Silo.Changes;

namespace Learning.Silo.Projections;

/// <summary>For whoever must not go on before what was written can be listed: the end of an import, verbs of ./run, tests.</summary>
public sealed class ReadModelFreshness(IGrainFactory grains, IChangeSet changes)
{
    /// <summary>Returns once everything written before the call has been projected.</summary>
    public async Task CatchUp()
    {
        var slots = await changes.Slots();
        do await Task.WhenAll(Enumerable.Range(0, slots).Select(Drained));
        while (await changes.Count() > 0);
    }

    private async Task Drained(int slot)
    {
        while (true)
        {
            try
            {
                await grains.GetGrain<IProjectorGrain>(slot).Drain();
                return;
            }
            catch (TimeoutException)
            {
                // A rebuild outlasts a call's time. The run goes on all the same, and asking again waits for its end.
            }
        }
    }
}
