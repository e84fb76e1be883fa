using System.Collections.Immutable;

namespace Learning.Contracts.Reach;

/// <summary>The participation facts of up to 65,536 people in columns; the key is the shard's number. Holds nothing of its own.</summary>
[Alias("reach-shard")]
public interface IReachShardGrain : IGrainWithIntegerKey
{
    /// <summary>Reads the facts of these people and cohorts anew.</summary>
    /// <param name="people">Numbers in the read model.</param>
    /// <param name="cohorts">Cohort ids.</param>
    [Alias("refresh")]
    Task Refresh(ImmutableArray<long> people, ImmutableArray<string> cohorts);
}
