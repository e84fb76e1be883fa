using Orleans.Concurrency;

namespace Learning.Contracts.Reach;

/// <summary>Somebody looking at a region's figures.</summary>
[Alias("reach-observer")]
public interface IReachObserver : IGrainObserver
{
    /// <summary>Figures of the region may have changed.</summary>
    /// <param name="region">P-code.</param>
    [Alias("changed"), OneWay]
    Task Changed(string region);
}
