using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;

namespace Learning.Contracts.Reach;

/// <summary>The view of one country, aimag or soum; the key is its P-code. Keeps answers until a fact of the region changes.</summary>
[Alias("region-reach")]
public interface IRegionReachGrain : IGrainWithStringKey
{
    /// <summary>Answers a query of this region.</summary>
    /// <param name="query">What is asked; its region is this grain's.</param>
    [Alias("answer")]
    Task<RegionalReach> Answer(ReachQuery query);

    /// <summary>The donors of a figure: supported by, shared, apportioned.</summary>
    /// <param name="query">What is asked; its region is this grain's; not headcounts.</param>
    [Alias("donors")]
    Task<RegionalDonors> Donors(ReachQuery query);

    /// <summary>The people behind a figure, each once, as their numbers in the read model, ascending, a page at a time.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="row">Key of the row meant; <see langword="null"/> for the total.</param>
    /// <param name="after">Number after which to go on; -1 from the start.</param>
    /// <param name="limit">At most so many people.</param>
    [Alias("people")]
    Task<ImmutableArray<long>> People(ReachQuery query, string? row, long after, int limit);

    /// <summary>Forgets kept answers and tells whoever watches.</summary>
    [Alias("changed")]
    Task Changed();

    /// <summary>Watches the region for the next two minutes; call again to go on.</summary>
    /// <param name="observer">Who is told.</param>
    [Alias("watch")]
    Task Watch(IReachObserver observer);

    /// <summary>Stops watching.</summary>
    /// <param name="observer">Who was told.</param>
    [Alias("unwatch")]
    Task Unwatch(IReachObserver observer);
}
