namespace Learning.Contracts.Projections;

/// <summary>Drains one slot of the change set into the read model and the reach shards; the key is the slot.</summary>
[Alias("projector")]
public interface IProjectorGrain : IGrainWithIntegerKey
{
    /// <summary>Projects until the slot is empty. A call that comes meanwhile returns when that run is over.</summary>
    [Alias("drain")]
    Task Drain();
}
