namespace Learning.Contracts.Projections;

/// <summary>Drains one slot of the change set into the read model and the reach shards; the key is the slot.</summary>
[Alias("projector")]
public interface IProjectorGrain : IGrainWithIntegerKey
{
    /// <summary>Projects what is in the slot now. A call that comes meanwhile returns once what was in it then is projected too.</summary>
    [Alias("drain")]
    Task Drain();
}
