using System.Collections.Immutable;
using Learning.Domain.Reach;
using Learning.Domain.Reach.Donors;

namespace Learning.Contracts.Reach;

/// <summary>The participation facts of up to 65,536 people in columns; the key is the shard's number. Holds nothing of its own.</summary>
[Alias("reach-shard")]
public interface IReachShardGrain : IGrainWithIntegerKey
{
    /// <summary>Reads facts anew from the read model.</summary>
    /// <param name="slot">The slot of the change set whose projector says so.</param>
    /// <param name="people">Numbers in the read model of those of whom any facts may have changed.</param>
    /// <param name="participations">Of whom only facts about one cohort changed.</param>
    /// <param name="cohorts">Cohort ids.</param>
    /// <param name="organisations">Whether the tree of organisations changed.</param>
    /// <returns>
    /// P-codes of the regions whose figures these people were part of, or are now; <see langword="null"/> if the shard has not heard of that slot
    /// since it was loaded: what it loaded may have been what changed, and it does not know what was before.
    /// </returns>
    [Alias("refresh")]
    Task<ImmutableArray<string>?> Refresh(int slot, ImmutableArray<long> people, ImmutableArray<ChangedParticipation> participations, ImmutableArray<string> cohorts, bool organisations);

    /// <summary>Forgets everything, because a rebuild renumbers the people; whatever is asked next reads it anew.</summary>
    [Alias("reload")]
    Task Reload();

    /// <summary>This shard's part of an answer; the parts of all shards add up.</summary>
    /// <param name="query">What is asked; not headcounts.</param>
    /// <param name="today">The day on which certificates must be valid if the query has no end.</param>
    [Alias("evaluate")]
    Task<ReachPartial> Evaluate(ReachQuery query, DateOnly today);

    /// <summary>This shard's part of what is to be said about the donors of a figure; the parts of all shards add up.</summary>
    /// <param name="query">What is asked; not headcounts.</param>
    /// <param name="today">As for <see cref="Evaluate"/>.</param>
    [Alias("donors")]
    Task<DonorPartial> Donors(ReachQuery query, DateOnly today);

    /// <summary>The people behind a figure, each once, as their numbers in the read model, ascending.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="row">Key of the row meant; <see langword="null"/> for the total.</param>
    /// <param name="today">As for <see cref="Evaluate"/>.</param>
    /// <param name="after">Number in the read model after which to go on; -1 from the start.</param>
    /// <param name="limit">At most so many people.</param>
    [Alias("people")]
    Task<ImmutableArray<long>> People(ReachQuery query, string? row, DateOnly today, long after, int limit);
}
