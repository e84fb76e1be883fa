namespace Learning.Contracts.Reach;

/// <summary>How people are shared out over shards. Distinct counts over disjoint people add up.</summary>
public static class ReachShards
{
    private const int Bits = 16;

    /// <summary>Most people in one shard.</summary>
    public const int PeopleAShard = 1 << Bits;

    /// <summary>The shard of a person.</summary>
    /// <param name="number">The person's number in the read model.</param>
    public static int Of(long number) => (int)(number >> Bits);

    /// <summary>The person's number within the shard.</summary>
    /// <param name="number">The person's number in the read model.</param>
    public static int Within(long number) => (int)(number & (PeopleAShard - 1));

    /// <summary>The person's number in the read model.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="within">The number within it.</param>
    public static long Number(int shard, int within) => ((long)shard << Bits) | (uint)within;
}
